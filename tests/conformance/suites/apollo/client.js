// A client on Apollo's core without React: one watched query, paged on by fetchMore as its hooks do.
import assert from 'node:assert/strict';
import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { request } from '../../request.js';

const typePolicies = {
  Thread: { fields: { messages: relayStylePagination(), replies: relayStylePagination() } },
  Message: { fields: { replies: relayStylePagination() } },
};

/** The types of each interface and union, as InMemoryCache wants them, by introspection. */
export async function possibleTypes(graphQL) {
  const { data } = await request(graphQL(), '{ __schema { types { name possibleTypes { name } } } }');
  return Object.fromEntries(
    data.__schema.types
      .filter((type) => type.possibleTypes)
      .map((type) => [type.name, type.possibleTypes.map(({ name }) => name)]),
  );
}

/** An Apollo Client with a cache of its own, empty at first; it merges pages by relayStylePagination. */
export class Client {
  #apollo;
  #lastAnswer;

  constructor(graphQL, possibleTypes) {
    const recording = async (...call) => {
      const response = await fetch(...call);
      this.#lastAnswer = await response.clone().json();
      return response;
    };
    this.#apollo = new ApolloClient({
      cache: new InMemoryCache({ possibleTypes, typePolicies }),
      link: new HttpLink({ uri: graphQL(), fetch: recording }),
    });
  }

  /** What the server answered last, before the cache read it. */
  get lastData() {
    return this.#lastAnswer.data;
  }

  /** Fetches a query once. */
  async query(query, variables) {
    return (await this.#apollo.query({ query, variables })).data;
  }

  /** What the cache holds for a query, whole; null where anything is missing. */
  cached(query, variables) {
    return this.#apollo.readQuery({ query, variables });
  }

  /** Fetches a query and keeps it to be paged on. */
  async watch(query, variables) {
    await this.query(query, variables);
    const observable = this.#apollo.watchQuery({ query, variables });
    observable.subscribe(() => {});
    const data = () => this.cached(query, variables);
    return {
      /** The query's data, with all pages that the cache holds by now. */
      data,

      /**
       * Pages one connection to its end. `select` finds it in the data; `more` makes the options of fetchMore from its
       * page info, or false at the end.
       */
      loadAll: async (select, more) => {
        let connection = select(data());
        for (let next = more(connection.pageInfo); next; next = more(connection.pageInfo)) {
          const before = connection;
          const page = connectionOf((await observable.fetchMore(next)).data);
          connection = select(data());
          const growth = connection.edges.length - before.edges.length;
          assert.equal(growth, page.edges.length, 'A page held an edge that was there already.');
          // What was there before is in front of the page, or behind it.
          const { after } = next.variables;
          const hasOthers = after ? page.pageInfo.hasPreviousPage : page.pageInfo.hasNextPage;
          assert.equal(hasOthers, before.edges.length > 0);
          assert.notDeepEqual(connection.pageInfo, before.pageInfo, 'The page ended where it began.');
        }
      },
    };
  }

  /** Ends the client with its watched queries. */
  stop() {
    this.#apollo.stop();
  }
}

function connectionOf({ node, thread }) {
  assert.ok(node ?? thread, 'The node of the connection is gone.');
  return node?.replies ?? thread.replies ?? thread.messages;
}
