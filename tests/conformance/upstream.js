/** Runs a step; returns its result and how many upstream calls the sandbox served meanwhile. */
export async function counted(graphQL, step) {
  const calls = new URL('/sandbox/calls', graphQL());
  await fetch(calls, { method: 'DELETE' });
  const result = await step();
  const { total } = await (await fetch(calls)).json();
  return { result, calls: total };
}
