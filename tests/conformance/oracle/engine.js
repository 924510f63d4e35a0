// The engine under test: a process that answers a line of JSON with a line of JSON.
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../ThreadGraph.Conformance/', import.meta.url));

/** Starts the engine as it was built last, or in THREADGRAPH_CONFIGURATION. */
export function startEngine() {
  const configuration = process.env.THREADGRAPH_CONFIGURATION;
  const builtAt = (folder) => statSync(`${folder}ThreadGraph.GraphQL.dll`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const [folder] = (configuration ? [configuration] : ['Debug', 'Release'])
    .map((name) => `${project}bin/${name}/net10.0/`)
    .filter((candidate) => builtAt(candidate) > 0)
    .sort((a, b) => builtAt(b) - builtAt(a));
  if (!folder) {
    throw new Error('Build the engine first: dotnet build tests/ThreadGraph.Conformance');
  }

  return new Engine(spawn('dotnet', [`${folder}ThreadGraph.Conformance.dll`], { stdio: ['pipe', 'pipe', 'inherit'] }));
}

class Engine {
  #process;
  #waiting = [];

  constructor(process) {
    this.#process = process;
    createInterface({ input: process.stdout, crlfDelay: Infinity }).on('line', (line) => this.#waiting.shift().resolve(line));
    process.on('exit', (code) => {
      for (const { reject } of this.#waiting.splice(0)) {
        reject(new Error(`The engine ended with code ${code}.`));
      }
    });
  }

  /** The answer to a request as its JSON text. Fields that end in "Json" are sent as they are, digits and all. */
  ask(request) {
    const members = Object.entries(request)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => (key === 'variablesJson' ? `"variables":${value}` : `${JSON.stringify(key)}:${JSON.stringify(value)}`));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#process.stdin.write(`{${members.join(',')}}\n`);
    });
  }

  /** The same, parsed; a crash of the engine is thrown. */
  async answer(request) {
    const answer = JSON.parse(await this.ask(request));
    if (answer.crash) {
      throw new Error(answer.crash);
    }

    return answer;
  }

  stop() {
    this.#process.stdin.end();
  }
}
