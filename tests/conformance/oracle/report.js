// Counts agreements and keeps the differences that no reason is known for.
import { differences } from './differences.js';

export class Report {
  agreements = 0;
  cases = 0;
  failures = [];
  known = new Map();
  tags = new Map();

  /** Compares what the reference says with what the engine says; both are JSON values. */
  compare(reference, step, about, expected, actual, tags = [], messages = undefined) {
    this.cases++;
    for (const tag of tags) {
      this.tags.set(tag, (this.tags.get(tag) ?? 0) + 1);
    }

    const [left, right] = [JSON.stringify(expected), JSON.stringify(actual)];
    const difference = { reference: reference.name, version: reference.version, step, about, expected, actual, messages };
    const reason = left === right ? null : differences.find((d) => d.explains(difference));
    if (reason) {
      this.known.set(reason.name, (this.known.get(reason.name) ?? 0) + 1);
    }

    if (left === right || reason) {
      this.agreements++;
    } else {
      this.failures.push(difference);
    }
  }
}
