// The reference implementation, in two versions, serving the schema that the engine exports.
import * as graphql16 from 'graphql';
import * as graphql17 from 'graphql-17';
import { answers, events } from './answers.js';
import { scalars } from './scalars.js';

// Version 16 abandons the promises of siblings when a list fails; that they fail too is of no interest.
process.on('unhandledRejection', (reason) => {
  if (!(reason instanceof graphql16.GraphQLError || reason instanceof graphql17.GraphQLError)) {
    throw reason;
  }
});

/** Builds the reference servers. Version 17 follows the September 2025 edition, 16 the one of October 2021. */
export function references(sdl) {
  return [new Reference('graphql-js 17', 17, graphql17, sdl), new Reference('graphql-js 16', 16, graphql16, sdl)];
}

class Reference {
  constructor(name, version, graphql, sdl) {
    Object.assign(this, { name, version, graphql });
    this.schema = graphql.buildSchema(sdl);
    for (const [type, functions] of Object.entries(scalars(graphql))) {
      Object.assign(this.schema.getType(type), functions);
    }
  }

  /** The document, or the syntax error. */
  parse(source) {
    try {
      return { document: this.graphql.parse(source) };
    } catch (error) {
      return { errors: [error] };
    }
  }

  /** The errors of a document, up to 100 as in the engine. */
  validate(source) {
    const { document, errors } = this.parse(source);
    try {
      return errors ?? this.graphql.validate(this.schema, document, undefined, { maxErrors: 100 });
    } catch (error) {
      return [new Error(`threw: ${error.message}`)];
    }
  }

  /** All responses of a subscription, until it ends; one where it is refused. */
  async subscribe({ document, resolve, variables, operationName }) {
    const stream = await this.graphql.subscribe({
      ...this.#request({ document, resolve, variables, operationName }),
      subscribeFieldResolver: openStream,
    });
    const responses = [];
    if (!(Symbol.asyncIterator in stream)) {
      return [stream];
    }

    for await (const response of stream) {
      responses.push(response);
    }

    return responses;
  }

  /** Executes a valid document, with resolvers that answer at once or after a wait. */
  async execute(request) {
    return this.graphql.execute(this.#request(request));
  }

  #request({ document, resolve, variables, operationName }) {
    return {
      schema: this.schema,
      document: this.graphql.parse(document),
      contextValue: { graphql: this.graphql, ledger: { sum: 0 } },
      variableValues: variables,
      operationName,
      fieldResolver: resolve === 'later' ? later : now,
    };
  }
}

function now(source, values, context, info) {
  return answers[info.parentType.name][info.fieldName](source, values, context, info);
}

/** Waits none to three turns, so that siblings finish out of order. */
async function later(source, values, context, info) {
  for (let turn = 0; turn < (info.fieldName.length & 3); turn++) {
    await null;
  }

  return now(source, values, context, info);
}

async function* openStream(_, values, __, info) {
  yield* events[info.fieldName](values);
}
