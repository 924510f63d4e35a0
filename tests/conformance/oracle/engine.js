// The engine under test: a process that answers a line of JSON with a line of JSON.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../ThreadGraph.Conformance/', import.meta.url));

/** Starts the engine; it must have been built in Release or Debug before. */
export function startEngine() {
  const configurations = process.env.THREADGRAPH_CONFIGURATION ? [process.env.THREADGRAPH_CONFIGURATION] : ['Release', 'Debug'];
  const assembly = configurations
    .map((configuration) => `${project}bin/${configuration}/net10.0/ThreadGraph.Conformance.dll`)
    .find((file) => existsSync(file));
  if (!assembly) {
    throw new Error('Build tests/ThreadGraph.Conformance first: dotnet build -c Release tests/ThreadGraph.Conformance');
  }

  return new Engine(spawn('dotnet', [assembly], { stdio: ['pipe', 'pipe', 'inherit'] }));
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
