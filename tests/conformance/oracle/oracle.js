// The engine and the references side by side, and the suites that compare them.
import { startEngine } from './engine.js';
import { Random } from './random.js';
import { references } from './reference.js';
import { Report } from './report.js';
import * as documents from './suites/documents.js';
import * as language from './suites/language.js';
import * as schema from './suites/schema.js';
import * as subscriptions from './suites/subscriptions.js';
import * as variables from './suites/variables.js';

/** The suites in order: { name, cases, run }. */
export const suites = [documents, language, variables, subscriptions, schema];

/** The seed of a run that names none. */
export const defaultSeed = 20250901;

/** Starts the engine and builds the references from the schema that it exports. */
export async function openOracle(seed = defaultSeed) {
  const engine = startEngine();
  const { now, later } = await engine.answer({ op: 'sdl' });
  if (now !== later) {
    engine.stop();
    throw new Error('The schemas with resolvers that answer at once and after a wait differ.');
  }

  return new Oracle(engine, now, seed);
}

class Oracle {
  constructor(engine, sdl, seed) {
    Object.assign(this, { engine, sdl, seed, references: references(sdl) });
  }

  /** Runs a suite; every suite starts from the seed, so it finds the same cases alone and among others. */
  async run(suite, scale = 1) {
    const report = new Report();
    await suite.run({
      engine: this.engine,
      sdl: this.sdl,
      references: this.references,
      random: new Random(this.seed),
      count: Math.ceil(suite.cases * scale),
      report,
    });
    return report;
  }

  close() {
    this.engine.stop();
  }
}
