// Those that ask who is a member are made once a minute, so they would fall to whichever step comes first.
const readingApis = ['thread_messages', 'queryThreadTalkHistory', 'batchQueryThreadTalkMeta'];

/** Runs a step; returns its result and how many upstream calls that read threads the sandbox served meanwhile. */
export async function counted(graphQL, step) {
  const calls = new URL('/sandbox/calls', graphQL());
  await fetch(calls, { method: 'DELETE' });
  const result = await step();
  const { byApi } = await (await fetch(calls)).json();
  return { result, calls: readingApis.reduce((sum, api) => sum + (byApi[api] ?? 0), 0) };
}
