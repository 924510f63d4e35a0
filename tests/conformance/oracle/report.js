// Counts agreements and keeps the differences that no reason is known for.
import { explain } from './differences.js';

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
    const reasons = left === right ? [] : explain(difference);
    for (const reason of reasons) {
      this.known.set(reason, (this.known.get(reason) ?? 0) + 1);
    }

    if (left === right || reasons.length > 0) {
      this.agreements++;
    } else {
      this.failures.push(difference);
    }
  }
}
