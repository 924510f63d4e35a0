// What the fields answer, made from numbers alone; tests/ThreadGraph.Conformance/Resolvers/Answers.cs says the same.
import { canonical } from './canonical.js';

const kinds = ['WARM', 'COLD', 'LUKE_WARM', 'hot_2'];
const epoch = 1_700_000_000_000;

const person = (number) => ({ __typename: 'Person', number: number % 60 });
const robot = (number) => ({ __typename: 'Robot', number: number % 60 });
const place = (number) => ({ __typename: 'Place', number: number % 60 });

const entity = (number) => (number < 0 ? null : [person, robot, place][number % 3](number));
const actor = (number) => (number % 2 === 0 ? person(number) : robot(number));
const key = ({ __typename, number }) => `${__typename.toLowerCase()}:${number}`;

function label({ __typename, number }, { upper = false }) {
  if (number % 11 === 5) {
    throw new Error('No label.');
  }

  const plain = `${__typename} “${number}” \t\u2028<é>`;
  return number % 5 === 4 ? null : upper ? plain.toUpperCase() : plain;
}

function rank({ number }) {
  if (number % 13 === 12) {
    throw new Error('No rank.');
  }

  return number % 10;
}

function many(first, item) {
  if (first < 0) {
    throw new Error('Negative.');
  }

  return Array.from({ length: Math.min(first, 4) }, (_, i) => item(i + 1));
}

const friend = (number) => (number % 6 === 5 ? null : person(number * 3 + 1));
const friendHard = (number) => (number % 4 === 3 ? null : person((number + 5) | 0));
const height = (number) => (number % 7 === 6 ? NaN : number * 1.25 - 10);
const shade = (number) => (number % 9 === 8 ? 'blue' : `#${((number * 65_537) % 0xffffff).toString(16).padStart(6, '0')}`);
const tag = (number) => ['a', null, '"quoted"'][number % 4] ?? (number % 4 === 1 ? null : '😀');
const grid = (number, size) =>
  many(size, (row) => ((number + row) % 5 === 0 ? null : many(size, (column) => number + row * column)));

function boom(number) {
  if (number % 3 === 0) {
    throw new Error('Boom.');
  }

  return `calm ${number}`;
}

const gap = (number) => (number % 3 === 1 ? null : `there ${number}`);
const kind = (number) => kinds[number % 5] ?? 77;

const common = {
  key,
  label,
  next: ({ number }) => entity(number + 1),
};

const acting = {
  ...common,
  rank,
  peers: ({ number }, { first }) => many(first, (i) => actor(number + i)),
};

function add(ledger, by) {
  return (ledger.sum = (ledger.sum + by) | 0);
}

function refuse(ledger, by) {
  throw new Error(`Failed at ${add(ledger, by)}.`);
}

function echo(_, values, { graphql }, info) {
  const definitions = info.parentType.getFields()[info.fieldName].args;
  return canonical(graphql, definitions.map((a) => values[a.name]), definitions.map((a) => a.type));
}

/** The events of each subscription field: (arguments). */
export const events = {
  joined: ({ after }) => [1, 2, 3].map((i) => person((after % 60) + i)),
  ticks: () => [1, 2, 3],
};

/** Resolvers by type and field: (source, arguments, context, info). */
export const answers = {
  Query: {
    version: () => '1',
    person: (_, { number }) => (number < 0 ? null : person(number)),
    personHard: (_, { number }) => friendHard(number),
    entity: (_, { number }) => entity(number ?? -1),
    actor: (_, { number }) => actor(Math.abs(number % 60)),
    things: (_, { first, from }) => many(first, (i) => entity(((from ?? 0) + i) | 0)),
    living: (_, { number }) => actor(Math.abs(number % 60)),
    search: (_, { filter }) => many(filter?.limit ?? 1, entity),
    find: (_, { choice }, { graphql }, info) =>
      entity(canonical(graphql, [choice], [info.parentType.getFields().find.args[0].type]).length),
    cube: (_, { size }) =>
      many(size, (x) => many(size, (y) => many(size, (z) => ((x * y * z) % 3 === 0 ? null : x * y * z)))),
    echo,
    sameFloat: (_, { value }) => value,
    sameText: (_, { value }) => value,
    sameId: (_, { value }) => value,
    echoHard: echo,
  },
  Mutation: {
    add: (_, { by }, { ledger }) => add(ledger, by),
    tell: (_, __, { ledger }) => ledger.sum,
    fail: (_, { by }, { ledger }) => refuse(ledger, by),
    failHard: (_, { by }, { ledger }) => refuse(ledger, by),
    count: (_, { by }, { ledger }) => ({ number: add(ledger, by) }),
    countHard: (_, { by }, { ledger }) => ({ number: add(ledger, by) }),
  },
  Subscription: {
    joined: ({ number }) => friendHard(number),
    ticks: (number, { fail: failing }) => {
      if (number === failing) {
        throw new Error('Stopped.');
      }

      return number;
    },
  },
  Person: {
    ...acting,
    friend: ({ number }) => friend(number),
    friendHard: ({ number }) => friendHard(number),
    friends: ({ number }, { first }) => many(first, (i) => friend(number + i)),
    friendsHard: ({ number }, { first }) => many(first, (i) => friendHard(number + i)),
    height: ({ number }) => height(number),
    heightHard: ({ number }) => height(number),
    born: ({ number }) => epoch + number * 86_399_999,
    shade: ({ number }) => shade(number),
    tags: ({ number }, { first }) => many(first, (i) => tag(number + i)),
    tagsHard: ({ number }, { first }) => many(first, (i) => tag(number + i)),
    grid: ({ number }, { size }) => grid(number, size),
    gridHard: ({ number }, { size }) => grid(number, size),
    boom: ({ number }) => boom(number),
    boomHard: ({ number }) => boom(number),
    gap: ({ number }) => gap(number),
    gapHard: ({ number }) => gap(number),
    kind: ({ number }) => kind(number),
    kindHard: ({ number }) => kind(number),
    things: ({ number }, { first }) => many(first, (i) => entity(number + i)),
    living: ({ number }) => actor(number + 1),
    nickname: (source) => label(source, {}),
  },
  Robot: {
    ...acting,
    model: ({ number }, { prefix }) => prefix + number,
    maker: ({ number }) => friendHard(number),
    parts: ({ number }, { size }) => many(size, (row) => many(size, (column) => place(number + row + column))),
    boom: rank,
    gapHard: ({ number }) => gap(number),
    shade: ({ number }) => shade(number),
    kind: ({ number }) => kind(number),
  },
  Place: {
    ...common,
    inhabitants: ({ number }, { kinds, first }) => many(first, (i) => actor(number + i + (kinds?.length ?? 0))),
    area: ({ number }) => number / 4,
    open: ({ number }) => number % 2 === 0,
  },
  Counter: {
    value: ({ number }) => number,
    owner: ({ number }) => friendHard(number),
    gapHard: ({ number }) => gap(number),
    boom: ({ number }) => boom(number),
  },
};
