// Random input: literals for documents and JSON for variables, right for their type or, now and then, wrong.

const words = ['a', 'any text', '', 'quote " and \\ backslash', 'née', '日本語', '😀', 'tab\tline\n', 'WARM', 'true', '7'];
const ints = [0, -0, 1, -1, 7, 42, 100, 2147483647, -2147483648];
const floats = [0.5, -1.25, 1e3, 1e21, 1.5e-7, 5e-324, 1.7976931348623157e308, 123456789.123, -0];
const times = ['2024-10-31T08:06:07.123Z', '2024-02-29T23:59:59+08:00', '1999-12-31t00:00:00.5z', '0001-01-01T00:00:00Z'];
const shades = ['#c0ffee', '#ABCDEF', '#000000'];

/** Writes values of a schema's input types. */
export class Values {
  /** `strangeIds`: whether IDs are tried as JSON numbers that JavaScript and the engine read differently. */
  constructor(graphql, random, { strangeIds = false } = {}) {
    Object.assign(this, { graphql, random, strangeIds });
  }

  /** A literal of a type; `variable(type, hasDefault)` may answer a variable's name to stand in its place. */
  literal(type, variable = () => null, depth = 0, hasDefault = false) {
    const { graphql, random } = this;
    const name = variable(type, hasDefault);
    if (name) {
      return `$${name}`;
    }

    if (graphql.isNonNullType(type)) {
      return this.#nonNullLiteral(type.ofType, variable, depth);
    }

    return random.chance(0.1) ? 'null' : this.#nonNullLiteral(type, variable, depth);
  }

  #nonNullLiteral(type, variable, depth) {
    const { graphql, random } = this;
    if (graphql.isListType(type)) {
      const single = random.chance(0.2);
      const items = Array.from({ length: single ? 1 : random.below(depth > 2 ? 2 : 4) }, () =>
        this.literal(type.ofType, variable, depth + 1));
      return single && items[0] !== 'null' && !items[0].startsWith('$') ? items[0] : `[${items.join(random.pick([', ', ' ', ',']))}]`;
    }

    if (graphql.isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      const given = type.isOneOf
        ? [random.pick(depth > 3 ? fields.slice(0, 3) : fields)]
        : random.shuffle(fields.filter((field) => graphql.isRequiredInputField(field) || random.chance(depth > 2 ? 0.05 : 0.35)));
      return `{${given.map((field) => {
        const fieldType = type.isOneOf ? new graphql.GraphQLNonNull(field.type) : field.type;
        const value = this.literal(fieldType, variable, depth + 1, field.defaultValue !== undefined || field.default !== undefined);
        return `${field.name}: ${value}`;
      }).join(', ')}}`;
    }

    return this.#leafLiteral(type);
  }

  #leafLiteral(type) {
    const { graphql, random } = this;
    if (graphql.isEnumType(type)) {
      return random.pick(type.getValues()).name;
    }

    switch (type.name) {
      case 'Int':
        return this.#int();
      case 'Float':
        return random.chance(0.5) ? this.#int() : this.#float();
      case 'Boolean':
        return random.pick(['true', 'false']);
      case 'ID':
        return random.pick(['"x"', '7', '-0', '"9007199254740993"', '9007199254740993', '123456789012345678901234567890']);
      case 'DateTime':
        return JSON.stringify(random.pick(times));
      case 'Shade':
        return JSON.stringify(random.pick(shades));
      default:
        return random.chance(0.15) ? `"""${random.pick(['block', '  indented\n    more\n', 'with \\""" in it'])}"""`
          : JSON.stringify(random.pick(words));
    }
  }

  #int() {
    const int = this.random.pick(ints);
    return Object.is(int, -0) ? '-0' : String(int);
  }

  #float() {
    const float = this.random.pick(floats);
    return Object.is(float, -0) ? '-0.0' : String(float).replace('e+', this.random.pick(['e+', 'E', 'e']));
  }

  /** A literal that some rule or another may refuse for the type. */
  wrongLiteral() {
    return this.random.pick([
      '"text"', '7', '2147483648', '-2147483649', '1.5', '1.0', 'true', 'WARM', 'warm', 'UNKNOWN', '{}', '{ unknown: 1 }', '[]', '[1, "a", null]',
      '[[1], null]', 'null', '{ from: "x" }', '{ from: null }', '{ byId: "1", byName: "a" }', '{ byId: null }', '"2024-02-30T00:00:00Z"',
      '"2024-13-01T00:00:00Z"', '"#12345"', '"""block"""', '1e400', '{ from: 1, to: { } }', '[WARM, WRM]',
      '{ limit: null, kinds: [null] }', '{ text: 1, limit: "1", nested: { ranges: [[{}]] } }', '{ either: { byNumbers: [1, null] } }',
      '[{ from: 1 }, [{ from: 2, too: 3 }]]', '{ byRange: {} }', '{ text: "a", range: { from: 1 } }', '9'.repeat(40),
    ]);
  }

  /** JSON text of a type, right unless `wrong` (from 0 to 1) strikes; undefined where it is left out. */
  json(type, wrong = 0, depth = 0) {
    const { graphql, random } = this;
    if (random.chance(wrong)) {
      return this.#wrongJson();
    }

    if (graphql.isNonNullType(type)) {
      return this.#nonNullJson(type.ofType, wrong, depth);
    }

    return random.chance(0.12) ? 'null' : this.#nonNullJson(type, wrong, depth);
  }

  #nonNullJson(type, wrong, depth) {
    const { graphql, random } = this;
    if (graphql.isListType(type)) {
      const items = Array.from({ length: random.below(depth > 2 ? 2 : 4) }, () => this.json(type.ofType, wrong, depth + 1));
      return random.chance(0.2) && items[0] !== undefined && items[0] !== 'null' ? items[0] : `[${items.join(',')}]`;
    }

    if (graphql.isInputObjectType(type)) {
      return this.#object(type, wrong, depth);
    }

    if (graphql.isEnumType(type)) {
      return JSON.stringify(random.pick(type.getValues()).name);
    }

    switch (type.name) {
      case 'Int':
        return random.pick(['0', '1', '-1', '2147483647', '-2147483648', '1.0', '1e3', '-0', '5E0', '12000e-3']);
      case 'Float':
        return random.pick(['0', '-0', '1.5', '1e21', '1e20', '1e-6', '1e-7', '5e-324', '0.30000000000000004', '4.35', '1e16', '9007199254740993', '-1.25E+2', '1.7976931348623157e308', '123456789012345678', '0.1', '-7']);
      case 'Boolean':
        return random.pick(['true', 'false']);
      case 'ID':
        return random.pick([
          '"x"', '7', '-7', '0', '"9007199254740993"', '9007199254740991', '""', '"日本"',
          ...(this.strangeIds ? ['-0', '1.0', '12e2', '9007199254740992', '-9007199254740993'] : []),
        ]);
      case 'DateTime':
        return JSON.stringify(random.pick(times));
      case 'Shade':
        return JSON.stringify(random.pick(shades));
      default:
        return random.pick([JSON.stringify(random.pick(words)), '"\\u00e9\\ud83d\\ude00"', '"\\u0000\\/"', '"\\b\\f\\u001f\\u007f\\u0085\\u2028\\u2029\\ufeff<>&\'+`"']);
    }
  }

  #object(type, wrong, depth) {
    const { graphql, random } = this;
    const fields = Object.values(type.getFields());
    let given = type.isOneOf
      ? [random.pick(depth > 3 ? fields.slice(0, 3) : fields)]
      : random.shuffle(fields.filter((field) => graphql.isRequiredInputField(field) || random.chance(depth > 2 ? 0.05 : 0.4)));
    if (random.chance(wrong)) {
      given = random.pick([given.slice(1), random.shuffle(fields).slice(0, 3)]);
    }

    const members = given.map((field) => {
      const fieldType = type.isOneOf && !random.chance(wrong) ? new graphql.GraphQLNonNull(field.type) : field.type;
      return `${JSON.stringify(field.name)}:${this.json(fieldType, wrong, depth + 1)}`;
    });
    if (random.chance(wrong)) {
      members.splice(random.below(members.length + 1), 0, random.pick(['"unknown":1', '"frm":1', '"Text":"a"', '"__proto__":1', '"":null']));
    }

    return `{${members.join(',')}}`;
  }

  #wrongJson() {
    return this.random.pick([
      'null', '"text"', '7', '2147483648', '-2147483649', '1.5', '1e400', 'true', '"WARM"', '"warm"', '{}', '[]', '[[]]', '[null]',
      '[1,null,"a"]', '{"from":1}', '{"from":"1"}', '{"from":null}', '{"byId":"1","byName":"a"}', '{"byId":null}', '9007199254740991',
      '1.0', '"2024-02-30T00:00:00Z"', '"2024-10-31"', '"#12345g"', '[{"from":1},[{"from":2}]]', '{"a":{"b":[1]}}', '""', '1e999999',
    ]);
  }
}
