// One server for all suites but the last, which starts its own; each suite adds its tests to this run.
import { after, before } from 'node:test';
import abuse from './suites/abuse.js';
import apollo from './suites/apollo.js';
import audits from './suites/audits.js';
import examples from './suites/examples.js';
import ide from './suites/ide.js';
import introspection from './suites/introspection.js';
import relay from './suites/relay.js';
import { start, stop } from './server.js';

let url;
const graphQL = () => `${url}/graphql`;

before(async () => (url = await start()));
after(stop);

introspection(graphQL);
audits(graphQL);
examples(graphQL);
ide(graphQL);
relay(graphQL);
apollo(graphQL);
abuse();
