// Random documents that follow a schema, as a tree that can still be broken before it is printed.
import { Values } from './values.js';

const wrappers = (graphql, type) => graphql.getNamedType(type);

/** Makes documents of a schema. */
export class Documents {
  constructor(graphql, schema, random) {
    Object.assign(this, { graphql, schema, random, values: new Values(graphql, random) });
  }

  /** A document that is meant to be valid; of one operation where its kind is given. */
  next(kind = null) {
    const { random } = this;
    this.variables = new Map();
    this.fragments = [];
    this.budget = 6 + random.below(40);
    const count = !kind && random.chance(0.12) ? 2 + random.below(2) : 1;
    const operations = Array.from({ length: count }, (_, i) => 
      this.#operation(kind, count > 1 ? `Op${i}` : random.chance(0.5) ? 'Op' : null));
    const document = { operations, fragments: this.fragments, variables: this.variables, extra: [] };
    declareVariables(document);
    return document;
  }

  #operation(given, name) {
    if (given === 'subscription') {
      const selections = [this.#field(this.schema.getSubscriptionType(), 0)];
      selections[0].directives = [];
      return { kind: given, name, directives: [], variables: [], selections };
    }

    const kind = this.random.chance(0.12) ? 'mutation' : 'query';
    const root = kind === 'mutation' ? this.schema.getMutationType() : this.schema.getQueryType();
    return { kind, name, directives: [], variables: [], selections: this.#selections(root, 0) };
  }

  #selections(type, depth) {
    const { graphql, random } = this;
    const selections = [];
    const count = this.budget < 0 ? 1 : 1 + random.below(depth === 0 ? 4 : 5);
    for (let i = 0; i < count; i++) {
      this.budget--;
      const roll = random.next();
      if (roll < 0.1 || (graphql.isUnionType(type) && (depth > 8 || this.budget < -20))) {
        selections.push({ kind: 'field', name: '__typename', alias: random.chance(0.3) ? 'kindOf' : null, args: [], directives: this.#conditions(), type: null });
      } else if (roll < 0.25 && depth < 7 && type !== this.schema.getMutationType()) {
        selections.push(this.#inline(type, depth));
      } else if (roll < 0.35 && depth < 7 && type !== this.schema.getMutationType()) {
        selections.push(this.#spread(type, depth));
      } else if (graphql.isUnionType(type)) {
        selections.push(this.#inline(type, depth));
      } else {
        selections.push(this.#field(type, depth));
      }
    }

    return selections;
  }

  #field(type, depth) {
    const { graphql, random } = this;
    let fields = Object.values(type.getFields());
    if (depth > 6 || this.budget < 0) {
      const leaves = fields.filter((field) => graphql.isLeafType(wrappers(graphql, field.type)));
      fields = leaves.length > 0 ? leaves : fields;
    }

    if (type === this.schema.getQueryType() && random.chance(0.05)) {
      return this.#introspection();
    }

    const field = random.pick(fields);
    const args = this.#arguments(field);
    const named = wrappers(graphql, field.type);
    const composite = graphql.isCompositeType(named);
    return {
      kind: 'field',
      name: field.name,
      alias: this.#alias(type, field, args),
      args,
      directives: this.#conditions(),
      selections: composite ? this.#selections(named, depth + 1) : null,
      type: field.type,
      definition: field,
      parent: type,
    };
  }

  /** Fields that differ in their arguments mostly get different names, so that they can stand side by side. */
  #alias(type, field, args) {
    const { random } = this;
    if (random.chance(0.02)) {
      return random.pick(['x', 'y', 'name']);
    }

    const call = args.map(([name, value]) => `${name}${value}`).join();
    const suffix = [...call].reduce((hash, c) => (hash * 31 + c.charCodeAt(0)) >>> 0, 7) % 100_000;
    const owner = type.name === 'Robot' && field.name === 'boom' ? 'Robot' : '';
    return call || owner ? `${field.name}${owner}_${suffix}` : random.chance(0.1) ? `same_${field.name}` : null;
  }

  #arguments(field) {
    const { graphql, random } = this;
    return random
      .shuffle(field.args.filter((a) => graphql.isRequiredArgument(a) || random.chance(field.args.length > 4 ? 0.2 : 0.45)))
      .map((a) => [a.name, this.#argument(a)]);
  }

  #argument(argument) {
    const small = ['number', 'first', 'size', 'from', 'by', 'after', 'fail'].includes(argument.name);
    if (small && this.random.chance(0.75)) {
      return String(this.random.below(argument.name === 'number' || argument.name === 'from' ? 60 : 4));
    }

    return this.values.literal(
      argument.type,
      (type, hasDefault) => this.#variable(type, hasDefault),
      0,
      argument.defaultValue !== undefined || argument.default !== undefined);
  }

  /** Now and then a variable that may stand where a value of a type is wanted. */
  #variable(type, hasDefault) {
    const { graphql, random } = this;
    if (!random.chance(0.12)) {
      return null;
    }

    let declared = graphql.isNonNullType(type) || random.chance(0.8) ? type : new graphql.GraphQLNonNull(type);
    let initial = null;
    if (graphql.isNonNullType(type) && hasDefault && random.chance(0.3)) {
      declared = type.ofType;
    } else if (graphql.isNonNullType(type) && random.chance(0.2)) {
      declared = type.ofType;
      initial = this.values.literal(type);
    }

    const existing = [...this.variables.values()].find((v) => String(v.type) === String(declared) && random.chance(0.4));
    if (existing) {
      return existing.name;
    }

    initial ??= random.chance(0.25) ? this.values.literal(declared) : null;
    const name = `v${this.variables.size}`;
    this.variables.set(name, { name, type: declared, initial, directives: [] });
    return name;
  }

  #conditions() {
    const { graphql, random } = this;
    if (!random.chance(0.12)) {
      return [];
    }

    const names = random.chance(0.15) ? random.shuffle(['skip', 'include']) : [random.pick(['skip', 'include'])];
    return names.map((name) => {
      const variable = random.chance(0.5) ? this.#flag() : null;
      return `@${name}(if: ${variable ? `$${variable}` : random.chance(name === 'skip' ? 0.3 : 0.7)})`;
    });
  }

  #flag() {
    const existing = [...this.variables.values()].find((v) => String(v.type) === 'Boolean!');
    if (existing && this.random.chance(0.6)) {
      return existing.name;
    }

    const name = `v${this.variables.size}`;
    const type = new this.graphql.GraphQLNonNull(this.schema.getType('Boolean'));
    const initial = this.random.chance(0.3) ? String(this.random.chance(0.5)) : null;
    this.variables.set(name, { name, type, initial, directives: [] });
    return name;
  }

  #inline(type, depth) {
    const on = this.#overlapping(type);
    const named = this.random.chance(0.85) || this.graphql.isUnionType(type);
    return {
      kind: 'inline',
      on: named ? on.name : null,
      directives: this.#conditions(),
      selections: this.#selections(named ? on : type, depth + 1),
      parent: type,
    };
  }

  #spread(type, depth) {
    const on = this.#overlapping(type);
    const known = this.fragments.find((f) => f.on === on.name && f.done && this.random.chance(0.6));
    if (known) {
      return { kind: 'spread', name: known.name, directives: this.#conditions(), parent: type };
    }

    const fragment = { name: `F${this.fragments.length}`, on: on.name, directives: [], selections: [], done: false };
    this.fragments.push(fragment);
    fragment.selections = this.#selections(on, depth + 1);
    fragment.done = true;
    return { kind: 'spread', name: fragment.name, directives: this.#conditions(), parent: type };
  }

  /** A type that shares an object type with another. */
  #overlapping(type) {
    const { graphql, schema, random } = this;
    const all = Object.values(schema.getTypeMap()).filter(
      (t) => graphql.isCompositeType(t) && !t.name.startsWith('__') && graphql.doTypesOverlap(schema, t, type));
    return random.chance(0.25) ? type : random.pick(all);
  }

  #introspection() {
    const { random } = this;
    const name = random.pick(['Person', 'Filter', 'Kind', 'Choice', 'Actor', 'Thing', 'DateTime', 'Shade', 'Nothing']);
    return {
      kind: 'raw',
      text: random.pick([
        `t${name}: __type(name: "${name}") { kind name description specifiedByURL isOneOf fields { name isDeprecated deprecationReason type { ...T } } }`,
        `u${name}: __type(name: "${name}") { fields(includeDeprecated: true) { name args(includeDeprecated: true) { name defaultValue isDeprecated } } interfaces { name } possibleTypes { name } }`,
        `w${name}: __type(name: "${name}") { enumValues(includeDeprecated: ${random.chance(0.5)}) { name deprecationReason description } inputFields { name defaultValue type { ...T } } ofType { name } }`,
        's: __schema { queryType { name __typename } mutationType { name } subscriptionType { name } __typename }',
      ]).replaceAll('{ ...T }', '{ kind name ofType { kind name ofType { kind name ofType { name } } } }'),
    };
  }
}

/** Gives each operation the variables that it uses, directly or by fragments. */
export function declareVariables(document) {
  for (const operation of document.operations) {
    const text = new Set();
    const visit = (node) => {
      for (const [, name] of JSON.stringify(node).matchAll(/\$(v\d+)\b/g)) {
        text.add(name);
      }

      for (const [, name] of JSON.stringify(node).matchAll(/"kind":"spread","name":"(\w+)"/g)) {
        const fragment = document.fragments.find((f) => f.name === name);
        if (fragment && !seen.has(fragment)) {
          seen.add(fragment);
          visit(strip(fragment));
        }
      }
    };
    const seen = new Set();
    visit(operation.selections.map(strip));
    operation.variables = [...document.variables.values()].filter((v) => text.has(v.name)).map((v) => ({ ...v }));
  }
}

/** A selection without what the generator remembers of its types. */
function strip(node) {
  const { type, definition, parent, ...rest } = node;
  return rest.selections ? { ...rest, selections: rest.selections.map(strip) } : rest;
}
