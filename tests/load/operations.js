// What is asked: the operations of schema/examples as they stand, each over many threads in turn.
import { readFileSync } from 'node:fs';

const example = (name) => readFileSync(new URL(`../../schema/examples/${name}.graphql`, import.meta.url), 'utf8');
const inboxSize = 20;

/**
 * The operations. Each has the path that the floor knows it by, how many connections ask, how many upstream calls one
 * query needs and how many requests nginx counts for each; where it matters, how many replies one query reads; and whether
 * it is also asked at half of the maximum rate.
 */
export function operationsOver(roots) {
  const one = (family) => roots[family].map((root) => ({ root }));
  const inboxes = [];
  for (let start = 0; start + inboxSize <= roots.short.length; start += inboxSize) {
    inboxes.push({ roots: roots.short.slice(start, start + inboxSize) });
  }

  const tree = example('tree');
  return [
    operation('typename', '`{ __typename }`', '{ __typename }', [undefined], { connections: 32, calls: 0 }),
    operation('flat', '`flat`, 20 messages', example('flat'), one('short'), { connections: 32, calls: 1, paced: true }),
    operation('channel', '`flat` of a QChat thread', example('flat'), one('channel'), {
      path: 'flat',
      connections: 32,
      calls: 1,
      requestsPerCall: 2,
    }),
    operation('inbox', '`inbox`, 20 roots', example('inbox'), inboxes, {
      connections: 16,
      calls: inboxSize,
      paced: true,
    }),
    operation('tree', '`tree`, 100 replies', tree, one('hundred'), {
      connections: 32,
      calls: 1,
      replies: 100,
      paced: true,
    }),
    operation('tree1000', '`tree`, 1,000 replies', tree, one('thousand'), {
      path: 'tree',
      connections: 8,
      calls: 10,
      replies: 1000,
    }),
    operation('tree10000', '`tree`, 10,000 replies', tree, one('tenThousand'), {
      path: 'tree',
      connections: 4,
      calls: 100,
      replies: 10000,
    }),
  ];
}

function operation(name, title, query, variables, more) {
  return {
    name,
    title,
    path: name,
    requestsPerCall: 1,
    bodies: variables.map((v) => JSON.stringify({ query, variables: v })),
    ...more,
  };
}
