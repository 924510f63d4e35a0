// Texts for lexer and parser: written ones of every production and every way to fail, and random changes to them.

/** Texts that try each token and production of the grammar. */
export const seeds = [
  // operations, fragments, values
  '{ a }', 'query { a }', 'query Q($a: Int = 1 @d(x: 1), "about" $b: [String!]! = ["x"]) @dir(x: 1) { alias: field(a: $a, b: { c: [1, 2.5e10, "s", true, null, ENUM] }) }',
  '{ a @include(if: true) { ...F @x ... on T @y { id } ... { z } ... @skip(if: false) { q } } }', 'mutation M { do } subscription S($x: X) { s(x: $x) }',
  'fragment F on T @a(b: $c) { a b c } { ...F }', '"about" query Q { a }', '"""about""" fragment F on T { a }', '"about" { a }',
  '{ on query mutation subscription fragment type true false null extend schema input }', 'query query { query: fragment }', 'fragment fragment on on { on }',
  '{ ... on on { on } }', '{ ...onX ...on_ }', '{ a(on: on, null: NULL, true: truE) }', '{ f(o: {}, l: [], n: [[]], e: { a: {} }) }', ',,,{ a,,b, },', '{ a: b, c: d }',
  '{ veryLong(argumentNumberOne: "some long string value", argumentNumberTwo: "another long value", three: [333333333333, 444444444444]) { a } }',
  // type system
  'schema @a { query: Q mutation: M }', '"""about""" schema { query: Q }', 'extend schema @a { subscription: S }', '"d" scalar Date @specifiedBy(url: "x")', 'extend scalar Date @x',
  'type A implements & B & C @d { "f" f("arg" a: Int = 1 @x, b: [Int!]!): String! @deprecated }', 'type A', 'interface I implements J & K { a: Int }', 'extend interface I @x { b: Int }',
  'union U = | A | B', 'extend union U = C', 'enum E { "a" A @x B }', 'extend enum E @d { C }', 'input I { a: Int = 1, b: [I!] = [{ a: 1 }] @x }', 'extend input I { c: Int }',
  'directive @d(a: Int = 1, "x" b: String) repeatable on FIELD | QUERY', 'directive @d on | FIELD | VARIABLE_DEFINITION', 'directive @repeatable on FIELD', 'extend type A implements B @d { x: Int }',
  'type Q { f("""\n  block\n    more\n""" a: Int, b: Int): Int "single" g: Int """ ends with a quote" """ h: Int }',
  // strings
  String.raw`{ a(x: "\u00e9\u{1F600}\uD83D\uDE00\n\t\"\\\/\b\f\r") }`, String.raw`{ a(x: "\u{0}\u{10FFFF}\u{0041}") }`, '{ a(x: "😀é漢\u2028") b }', '{ a(x: "", y: """""") }',
  '{ a(x: """block \\""" "quoted" \\n""") }', '{ a(x: """\n    line1\n\n      line2\n    \n   line3\n""") }', '{ a(x: """   a\n b\n\tc\r\n  d\re""") }', '{ a(x: """\n\n  x\n\n""") }', '{ a(x: """a\n   \n  b""") }',
  '{ a(x: """ """ y: """   a""", z: """a"b""", w: """\\\\""") }', '{ a(x: """\u0000\u0007""") }', '{ a(x: "\t") }', '{ a(x: """\ta\n\t\tb""") }',
  // numbers
  '{ a(x: [0, -0, 7, -7, 1234567890123456789012, 0.0, -0.5, 1.25, 1e3, 1E+3, 1e-3, 1.5E10, 0e0]) }',
  // layout
  '\uFEFF{ a }', '\uFEFF{ a \uFEFF b }', '# comment 😀 é\n{ a } # end', '{\r\n a\r b\n c }', '\t{\ta\t}', '#\r{ a }', '{ a #x\r\n b }',
  // broken
  '', ' ', '#', '\uFEFF', '{', '{}', '}', '{ a(', '{ a() }', '{ a { } }', '{ a(x:) }', '{ a(x: $) }', 'query ($a: Int = $b) { a }', 'query ($a: Int = [$b]) { a }', 'query ($a: Int @d(x: $b)) { a }',
  'query () { a }', 'query { }', 'query', 'notanoperation Foo { a }', '...', '..', '.', '{ ..a }', '{ .a }', '{ ...{ }', '{ ...on }', 'fragment on on on { a }', 'fragment F { a }', 'fragment F on { a }', '{ ... on T }', '{ ...F on T { a } }',
  '{ a(x: 00) }', '{ a(x: 01) }', '{ a(x: -) }', '{ a(x: -01) }', '{ a(x: 1.) }', '{ a(x: 1.e1) }', '{ a(x: 1e) }', '{ a(x: 1eA) }', '{ a(x: 1.A) }', '{ a(x: 1a) }', '{ a(x: 1_) }', '{ a(x: 1.2.3) }', '{ a(x: 1e1.2) }',
  '{ a(x: +1) }', '{ a(x: 0x1) }', '{ a(x: .5) }', '{ a(x: 1', '{ a(x: -', '{ a(x: 1.', '{ a(x: 1e+', '{ a(x: -é) }', '{ a(x: 1.é) }', '{ a(x: 1é) }', '{ a(x: 0"a") }', '{ a(x: 1"a") }', '{ a(x: 1[]) }', '{ a(x: 1...) }',
  '{ a(x: "', '{ a(x: "abc', '{ a(x: "abc\n") }', '{ a(x: "abc\r") }', "{ a(x: 'abc') }", '{ a(x: """', '{ a(x: """abc', '{ a(x: """abc"") }', '{ a(x: """a\\""") }', '{ a(x: "\\") }', '{ a(x: "\\z") }', '{ a(x: "\\u") }',
  '{ a(x: "\\u1") }', '{ a(x: "\\u123") }', '{ a(x: "\\u12z4") }', '{ a(x: "\\uD83D") }', '{ a(x: "\\uDE00") }', '{ a(x: "\\uD83D\\u0041") }', '{ a(x: "\\uD83D\\n") }', '{ a(x: "\\uDE00\\uD83D") }', '{ a(x: "\\u{}") }',
  '{ a(x: "\\u{110000}") }', '{ a(x: "\\u{D800}") }', '{ a(x: "\\u{FFFFFFFF}") }', '{ a(x: "\\u{12") }', '{ a(x: "\\u{12', '{ a(x: "\\u{z}") }', '{ a(x: "\\é") }', '{ a(x: "\\', '{ a(x: "\\u{D83D}\\u{DE00}") }', '{ a(x: "\\uD83D\\u{DE00}") }',
  '{ a(x: "\\u{00000041}") }', '{ a(x: "\\u{000000041}") }', '{ a(x: "\u0000\u0007") }', '{ é }', '{ 😀 }', '{ a % b }', '{ a ? }', '{ a ~ }', '\u0000', '{ \u0007 }', '{ a\u0000 }', '# \u0007\n{ a }', '{ a \u00a0 }', '{ a \u200b }', '\u2028{ a }', '{ a\u000b }',
  '"', '"""', "'", '{ a - }', '{ a(x: "a" "b") }', '"d" extend type A @d', '"d" foo', '"d"', '"d" "e" type A', '"d" @x', '"d" 1', 'extend', 'extend foo', 'extend type', 'extend type A', 'extend schema', 'extend schema { }',
  'extend scalar A', 'extend interface A', 'extend union U', 'extend union U =', 'extend enum E', 'extend input I', 'extend enum E { }', 'extend "d" type A @x', 'extend query Q { a }', 'extend directive @a @b',
  'type A { }', 'type A { a }', 'type A { a: }', 'type A { a(): Int }', 'type A { a(x): Int }', 'type A implements', 'type A implements &', 'type A implements B C { a: Int }', 'type A implements B, C { a: Int }', 'type A implements B & & C',
  'union U =', 'union U = |', 'union U = A | ', 'union U = A || B', 'union U = A B', 'enum E { }', 'enum E { true }', 'enum E { "d" null }', 'enum E { A: 1 }', 'enum E { 1 }', 'input I { }', 'input I { a(b: Int): Int }', 'input I { a: Int = $x }',
  'directive @d', 'directive d on FIELD', 'directive @d on', 'directive @d on FOO', 'directive @d on FIELD | FOO', 'directive @d on FIELD |', 'directive @d on field', 'directive @d() on FIELD', 'directive @d repeatable FIELD', 'directive @d on toString',
  'schema { }', 'schema', 'schema { foo: A }', 'schema { query }', 'schema { "d": A }', 'scalar', 'scalar A { }', 'type 1',
  'query ($a) { a }', 'query ($a: ) { a }', 'query ($a: Int!!) { a }', 'query ($a: [Int) { a }', 'query ($a: []) { a }', 'query (a: Int) { a }', 'query ($a: $b) { a }', 'query ("d") { a }', 'query ("d" "e" $a: Int) { a }',
  '{ a: }', '{ a: b: c }', '{ a @ }', '{ a @d( }', '{ a @d() }', '{ a(x: {a}) }', '{ a(x: {a:}) }', '{ a(x: {1: 2}) }', '{ a(x: [1 2) }', '{ a(x: {a: 1]) }', '{ a(x: !) }', '{ a(x: =) }', '{ a | b }', '{ a & b }', '{ a } }', '{ a } { b }',
  '{ a } foo', '{ "a" }', '{ """a""" }', '{ 1 }', '{ a(x: trueish) }', 'query Q { a } fragment F on T { c } type A { a: Int }', 'fragment "on" on T { a }', '{ ..."on" }', 'query Q @d(a: $b) { a }', 'query ($a: Int = {b: $c}) { a }',
];

const pieces = [
  '{', '}', '(', ')', '[', ']', '!', '$', '&', '|', '...', '..', '.', ':', '=', '@', '"', '"""', '\\', '\n', '\r', '\r\n', ' ', ',', '#', '1', '0', '-', 'e', 'é', '😀', '\uFEFF', '\t', '\u0000',
  'on', 'type', 'extend', 'query', 'fragment', '"x"', 'implements', '\\u', '\\u{', '\\"""', 'true', 'null', 'repeatable', '""', '\\uD83D', '\\uDE00', '\u2029',
];

const ignored = [' ', ',', '\n', '\r\n', '\r', '\t', '\uFEFF', ' # comment "\n', '#\r', ' # é😀\n\n', '  '];

/** Nested as deep as asked, in every production that nests. */
export const nested = (depth) => [
  `${'{ a '.repeat(depth)}${'}'.repeat(depth)}`,
  `{ a(x: ${'['.repeat(depth)}${']'.repeat(depth)}) }`,
  `{ a(x: ${'{ a: '.repeat(depth)}1${'}'.repeat(depth)}) }`,
  `query ($a: ${'['.repeat(depth)}Int${']'.repeat(depth)}) { a }`,
  `${'{ ... '.repeat(depth)}{ a }${'}'.repeat(depth)}`,
];

/** Some text with a few random changes. */
export function mutate(random) {
  let text = random.pick(seeds);
  for (let change = random.pick([1, 1, 2, 3]); change > 0; change--) {
    const at = random.below(text.length + 1);
    switch (random.below(7)) {
      case 0:
        text = text.slice(0, at) + random.pick(pieces) + text.slice(at);
        break;
      case 1:
        text = text.slice(0, at) + text.slice(at + 1 + random.below(3));
        break;
      case 2: {
        const other = random.pick(seeds);
        text = text.slice(0, at) + other.slice(random.below(other.length + 1));
        break;
      }
      case 3:
        text = text.slice(0, at);
        break;
      case 4:
      case 5:
        text = text.replace(/[ ,\n]/g, (gap) => (random.chance(0.3) ? random.pick(ignored) : gap));
        break;
      default:
        text = text.slice(0, at) + random.pick(pieces) + text.slice(at + 1);
    }
  }

  // A request's bytes are UTF-8, which has no lone surrogates; those are tried as escapes.
  return text.toWellFormed();
}
