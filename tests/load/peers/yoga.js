// GraphQL Yoga over the same schema, as its guide starts it.
import { createServer } from 'node:http';
import { createYoga } from 'graphql-yoga';
import { createContext, schema } from './schema.js';

const yoga = createYoga({ schema, context: createContext, logging: false, graphiql: false });
createServer(yoga).listen(Number(process.env.PORT), '127.0.0.1');
