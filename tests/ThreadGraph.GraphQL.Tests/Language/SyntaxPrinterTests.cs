using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Tests.Language;

/// <summary>Each document beside its printed form; the same as graphql-js 17 gives.</summary>
public class SyntaxPrinterTests
{
    [Fact]
    public void A_plain_query_is_printed_as_shorthand() => Printed(
        """
        query{a b:c}
        """,
        """
        {
          a
          b: c
        }
        """);

    [Fact]
    public void An_anonymous_query_with_variables_keeps_its_keyword() => Printed(
        """
        query($a:Int){a}
        """,
        """
        query ($a: Int) {
          a
        }
        """);

    [Fact]
    public void A_described_query_keeps_its_keyword() => Printed(
        """
        "d" query{a}
        """,
        """
        "d"
        query {
          a
        }
        """);

    [Fact]
    public void Operations_and_fragments_are_separated_by_a_blank_line() => Printed(
        """"
        query A($a:[Int!]=[1]@d,$b:X)@e{a(x:$a)@f{b}...F@g...on T@h{c}...{d}...@i{e}}
        """d""" fragment F on T@j{f}
        """",
        """"
        query A($a: [Int!] = [1] @d, $b: X) @e {
          a(x: $a) @f {
            b
          }
          ...F @g
          ... on T @h {
            c
          }
          ... {
            d
          }
          ... @i {
            e
          }
        }

        """d"""
        fragment F on T @j {
          f
        }
        """");

    [Fact]
    public void Described_variables_get_lines_of_their_own() => Printed(
        """
        query A("x" $a:Int,$b:Int){a}
        """,
        """
        query A(
        "x"
        $a: Int
        $b: Int
        ) {
          a
        }
        """);

    [Fact]
    public void Arguments_are_broken_over_lines_beyond_80_columns() => Printed(
        """
        { field(argumentOne: "some text", argumentTwo: "some other text", argumentThree: "rest") { a }
        }
        """,
        """
        {
          field(
            argumentOne: "some text"
            argumentTwo: "some other text"
            argumentThree: "rest"
          ) {
            a
          }
        }
        """);

    [Theory(DisplayName = "a field with its arguments may be 80 columns wide")]
    [InlineData(72, "{\n  f(a: \"", "\")\n}")]
    [InlineData(73, "{\n  f(\n    a: \"", "\"\n  )\n}")]
    public void A_field_with_its_arguments_may_be_80_columns_wide(int length, string before, string after)
    {
        var text = new string('x', length);
        Printed($"{{f(a:\"{text}\")}}", $"{before}{text}{after}");
    }

    [Theory(DisplayName = "a list or an object may be 80 columns wide")]
    [InlineData(76, "[", "[\"", "\"]", "]")]
    [InlineData(77, "[", "[\n  \"", "\"\n]", "]")]
    [InlineData(71, "{a:", "{ a: \"", "\" }", "}")]
    [InlineData(72, "{a:", "{\n  a: \"", "\"\n}", "}")]
    public void A_list_or_an_object_may_be_80_columns_wide(
        int length, string open, string before, string after, string close)
    {
        var text = new string('x', length);
        Utf8GraphQLParser.ParseValueLiteral($"{open}\"{text}\"{close}").ToString()
            .ShouldBe($"{before}{text}{after}");
    }

    [Fact]
    public void A_node_made_by_hand_is_printed_like_a_parsed_one() => new FieldNode(
        Location.None,
        new NameNode(Location.None, "a"),
        new NameNode(Location.None, "b"),
        [new ArgumentNode(Location.None, new NameNode(Location.None, "c"), new NullValueNode(Location.None))],
        [],
        null).ToString().ShouldBe("a: b(c: null)");

    [Fact]
    public void A_node_nested_beyond_the_stack_is_refused()
    {
        ITypeNode type = new NamedTypeNode(Location.None, new NameNode(Location.None, "T"));
        for (var level = 0; level < 1_000_000; level++)
        {
            type = new ListTypeNode(Location.None, type);
        }

        Should.Throw<InsufficientExecutionStackException>(() => SyntaxPrinter.Print(type));
    }

    [Fact]
    public void Arguments_of_directives_stay_on_one_line() => Printed(
        """
        { field @directive(argumentOne: "some text", argumentTwo: "some other text", argumentThree: "some rest") }
        """,
        """
        {
          field @directive(argumentOne: "some text", argumentTwo: "some other text", argumentThree: "some rest")
        }
        """);

    [Fact]
    public void Values_are_printed_with_single_spaces() => Printed(
        """
        {a(i:1,f:-1.50e3,s:"é\u0007\"\\\n",b:[true false null],o:{a:E,b:{c:$d}},e:[])}
        """,
        """
        {
          a(
            i: 1
            f: -1.50e3
            s: "é\u0007\"\\\n"
            b: [true, false, null]
            o: { a: E, b: { c: $d } }
            e: []
          )
        }
        """);

    [Fact]
    public void Long_lists_and_objects_are_broken_over_lines() => Printed(
        """
        {a(list:["one one one one one","two two two two two","three three three three","four four"],
        object:{first:"one one one one one",second:"two two two two two",third:[1,2,3],fourth:"four four"})}
        """,
        """
        {
          a(
            list: [
              "one one one one one"
              "two two two two two"
              "three three three three"
              "four four"
            ]
            object: {
              first: "one one one one one"
              second: "two two two two two"
              third: [1, 2, 3]
              fourth: "four four"
            }
          )
        }
        """);

    [Fact]
    public void Block_strings_are_indented_with_their_place() => Printed(
        """"
        {a(text:"""one
          two
        three""",short:"""short""",quote:"""a"b"""){b(text:"""four
        five""")}}
        """",
        """"
        {
          a(text: """
          one
            two
          three
          """, short: """short""", quote: """a"b""") {
            b(text: """
            four
            five
            """)
          }
        }
        """");

    [Fact]
    public void A_schema_and_its_types_are_printed_with_descriptions() => Printed(
        """"
        """The schema."""schema@d{query:Q,mutation:M}"Time."scalar Date@specifiedBy(url:"u") """An A."""
        type A implements B&C@d{"""The a."""a(x:Int=1,y:[I!]!={b:1}@e):[A!]!@f,b:B}
        type Empty interface B implements C{c:C}
        """",
        """"
        """The schema."""
        schema @d {
          query: Q
          mutation: M
        }

        "Time."
        scalar Date @specifiedBy(url: "u")

        """An A."""
        type A implements B & C @d {
          """The a."""
          a(x: Int = 1, y: [I!]! = { b: 1 } @e): [A!]! @f
          b: B
        }

        type Empty

        interface B implements C {
          c: C
        }
        """");

    [Fact]
    public void Described_arguments_get_lines_of_their_own() => Printed(
        """"
        type A{a("""The x."""x:Int,y:Int):Int,b(x:Int,y:Int):Int} directive@d("The x."x:Int,y:Int)on FIELD
        """",
        """"
        type A {
          a(
            """The x."""
            x: Int
            y: Int
          ): Int
          b(x: Int, y: Int): Int
        }

        directive @d(
          "The x."
          x: Int
          y: Int
        ) on FIELD
        """");

    [Fact]
    public void Unions_enums_and_input_objects_are_printed() => Printed(
        """"
        union U@d=|A|B union V enum E@d{"""The A."""A@e,B} enum F input I@d{"""The a."""a:Int=1@e,b:[I]} input J
        """",
        """"
        union U @d = A | B

        union V

        enum E @d {
          """The A."""
          A @e
          B
        }

        enum F

        input I @d {
          """The a."""
          a: Int = 1 @e
          b: [I]
        }

        input J
        """");

    [Fact]
    public void Directives_are_printed_with_their_locations() => Printed(
        """
        directive@d(a:Int=1,b:Int)repeatable on|FIELD|QUERY directive@e on ENUM
        """,
        """
        directive @d(a: Int = 1, b: Int) repeatable on FIELD | QUERY

        directive @e on ENUM
        """);

    [Fact]
    public void Extensions_are_printed_with_their_keyword() => Printed(
        """
        extend schema@d{query:Q} extend scalar S@d
        extend type A implements B&C@d{a:Int} extend interface A implements B{a:Int}
        extend union U@d=A|B extend enum E@d{A} extend input I@d{a:Int}
        """,
        """
        extend schema @d {
          query: Q
        }

        extend scalar S @d

        extend type A implements B & C @d {
          a: Int
        }

        extend interface A implements B {
          a: Int
        }

        extend union U @d = A | B

        extend enum E @d {
          A
        }

        extend input I @d {
          a: Int
        }
        """);

    private static void Printed(string document, string printed)
    {
        Utf8GraphQLParser.Parse(document).ToString().ShouldBe(printed);
        Utf8GraphQLParser.Parse(printed).ToString().ShouldBe(printed, "printing is stable");
    }
}
