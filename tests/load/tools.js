// What the load run needs of the machine, and what the machine is.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, release, totalmem } from 'node:os';

const packages = ['graphql', 'graphql-jit', 'dataloader', 'graphql-yoga', 'undici'];

/** Throws with what to do where a tool is missing. */
export function checkTools() {
  const missing = ['nginx', 'wrk', 'dotnet'].filter((tool) => spawnSync(tool, ['-v']).error);
  const debian = missing.filter((tool) => tool !== 'dotnet');
  if (debian.length > 0) {
    throw new Error(`Missing: ${debian.join(', ')}. On Debian: apt-get install nginx wrk`);
  }

  if (missing.length > 0) {
    throw new Error('Missing: dotnet. The .NET SDK that global.json names is needed.');
  }

  try {
    packages.forEach(versionOf);
  } catch {
    throw new Error('The npm packages are missing: npm ci in tests/load');
  }
}

/** The machine and all versions, in lines. */
export function describeMachine() {
  const first = (command, args) => {
    const { stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
    return `${stdout}${stderr}`.trim().split('\n')[0];
  };
  const commit = first('git', ['rev-parse', '--short', 'HEAD']);
  return [
    `${new Date().toISOString().slice(0, 10)}, commit ${commit}`,
    `${cpus()[0].model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}`,
    `.NET ${first('dotnet', ['--list-runtimes']).split(' ')[1]}, Node.js ${process.version}, ` +
      `nginx ${first('nginx', ['-v']).split('/').at(-1)}, wrk ${/\d[\w.+-]*/.exec(first('wrk', ['-v']))[0]}`,
    packages.map((name) => `${name} ${versionOf(name)}`).join(', '),
  ];
}

function versionOf(name) {
  // Not every package lets its package.json be imported; the folder is known all the same.
  const paths = createRequire(import.meta.url).resolve.paths(name);
  for (const path of paths) {
    try {
      return JSON.parse(readFileSync(`${path}/${name}/package.json`, 'utf8')).version;
    } catch {
      // Not in this folder.
    }
  }

  throw new Error(`${name} is not installed.`);
}
