// A small deterministic generator of random numbers (mulberry32), so that a seed names a run.

/** Everything random that the generators of documents and values ask for. */
export class Random {
  constructor(seed) {
    this.state = seed | 0;
  }

  /** A number from 0 up to, not including, 1. */
  next() {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0 up to, not including, the bound. */
  below(bound) {
    return Math.floor(this.next() * bound);
  }

  /** Whether something that likely happens. */
  chance(probability) {
    return this.next() < probability;
  }

  /** One of the items. */
  pick(items) {
    return items[this.below(items.length)];
  }

  /** A copy in random order. */
  shuffle(items) {
    const copy = [...items];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [copy[i], copy[j]] = [copy[j], copy[i]];
    }

    return copy;
  }
}
