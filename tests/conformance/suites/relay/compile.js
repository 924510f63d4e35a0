// relay-compiler, run on the documents beside this file and the repository's schema.
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import compiler from 'relay-compiler';
import { root } from '../../server.js';

const documents = fileURLToPath(new URL('thread.js', import.meta.url));

const config = {
  src: 'src',
  schema: 'schema.graphql',
  language: 'javascript',
  artifactDirectory: 'generated',
  // The older kind of module finds its neighbours without the name's ending, as a bundler would.
  eagerEsModules: false,
};

/** What the compiler made of the documents: takes the name of an operation or fragment, gives its artifact. */
export async function compile() {
  // The compiler looks through everything below its folder, so it gets one of its own.
  const folder = await mkdtemp(join(tmpdir(), 'threadgraph-relay-'));
  try {
    await mkdir(join(folder, config.artifactDirectory));
    await cp(documents, join(folder, config.src, 'thread.js'));
    await cp(join(root, 'schema/threadgraph.graphql'), join(folder, config.schema));
    await writeFile(join(folder, 'relay.config.json'), JSON.stringify(config));
    await promisify(execFile)(compiler, ['relay.config.json'], { cwd: folder });
    return load(join(folder, config.artifactDirectory));
  } finally {
    await rm(folder, { recursive: true });
  }
}

function load(folder) {
  const require = createRequire(join(folder, '/'));
  const names = [
    'threadTreeQuery',
    'threadMessagesQuery',
    'threadMessageQuery',
    'thread_replies',
    'thread_messageReplies',
    'thread_messages',
    'thread_message',
  ];
  const artifacts = Object.fromEntries(names.map((name) => [name, require(`./${name}.graphql`)]));
  return (name) => artifacts[name];
}
