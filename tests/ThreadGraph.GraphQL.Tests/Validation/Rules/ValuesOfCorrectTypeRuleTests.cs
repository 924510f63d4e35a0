using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation.Rules;

public sealed class ValuesOfCorrectTypeRuleTests() : RuleTest(new ValuesOfCorrectTypeRule())
{
    [Fact]
    public void Literals_of_the_type_are_fine() => Valid(""""
        { values { int(arg: -5) a: string(arg: "x") b: string(arg: """x""") boolean(arg: true)
          format(arg: HTML) float(arg: 1.5) c: float(arg: 1) id(arg: "x") d: id(arg: 5)
          any(arg: { a: [1, $x] }) } }
        """");

    [Fact]
    public void Null_is_fine_where_the_type_is_nullable() => Valid("""
        { values { int(arg: null) strings(arg: [null, "a"])
          filter(arg: { required: true, text: null, formats: null }) } }
        """);

    [Fact]
    public void Variables_are_left_to_another_rule() => Valid("""
        query ($x: Int) { values { string(arg: $x) strings(arg: [$x])
          filter(arg: { required: $x }) } }
        """);

    [Fact]
    public void Unknown_places_expect_nothing() => Valid("""
        { values { int(nope: "x") nope(arg: { a: [HTML] }) } me @unknown(a: "x") { id } }
        """);

    [Fact]
    public void Other_literals_are_no_Int() => Invalid(
        """
        { values { a: int(arg: "3") b: int(arg: 829384293849283498239482938) c: int(arg: FOO)
          d: int(arg: 3.0) e: int(arg: [1]) } }
        """,
        """
        Int cannot represent non-integer value: "3"
          at 1:24
        Int cannot represent non 32-bit signed integer value: 829384293849283498239482938
          at 1:41
        Int cannot represent non-integer value: FOO
          at 1:82
        Int cannot represent non-integer value: 3.0
          at 2:15
        Int cannot represent non-integer value: [1]
          at 2:32
        """);

    [Fact]
    public void Other_literals_are_no_String() => Invalid(
        """
        { values { a: string(arg: 1) b: string(arg: 1.0) c: string(arg: true) d: string(arg: BAR)
          e: string(arg: { a: 1 }) } }
        """,
        """
        String cannot represent a non string value: 1
          at 1:27
        String cannot represent a non string value: 1.0
          at 1:45
        String cannot represent a non string value: true
          at 1:65
        String cannot represent a non string value: BAR
          at 1:86
        String cannot represent a non string value: { a: 1 }
          at 2:18
        """);

    [Fact]
    public void Other_literals_are_no_Boolean() => Invalid(
        """
        { values { a: boolean(arg: 2) b: boolean(arg: "true") c: boolean(arg: TRUE) } }
        """,
        """
        Boolean cannot represent a non boolean value: 2
          at 1:28
        Boolean cannot represent a non boolean value: "true"
          at 1:47
        Boolean cannot represent a non boolean value: TRUE
          at 1:71
        """);

    [Fact]
    public void Other_literals_are_no_Float() => Invalid(
        """
        { values { a: float(arg: "3.3") b: float(arg: true) c: float(arg: FOO) } }
        """,
        """
        Float cannot represent non numeric value: "3.3"
          at 1:26
        Float cannot represent non numeric value: true
          at 1:47
        Float cannot represent non numeric value: FOO
          at 1:67
        """);

    [Fact]
    public void Other_literals_are_no_ID() => Invalid(
        """
        { values { a: id(arg: 1.0) b: id(arg: true) c: id(arg: SOMETHING) } }
        """,
        """
        ID cannot represent a non-string and non-integer value: 1.0
          at 1:23
        ID cannot represent a non-string and non-integer value: true
          at 1:39
        ID cannot represent a non-string and non-integer value: SOMETHING
          at 1:56
        """);

    [Fact]
    public void Other_literals_are_no_enum_value() => Invalid(
        """
        { values { a: format(arg: 2) b: format(arg: "HTML") c: format(arg: true)
          d: format(arg: JUGGLE) e: format(arg: Html) } }
        """,
        """
        Enum "Format" cannot represent non-enum value: 2.
          at 1:27
        Enum "Format" cannot represent non-enum value: "HTML". Did you mean the enum value "HTML"?
          at 1:45
        Enum "Format" cannot represent non-enum value: true.
          at 1:68
        Value "JUGGLE" does not exist in "Format" enum.
          at 2:18
        Value "Html" does not exist in "Format" enum. Did you mean the enum value "HTML"?
          at 2:41
        """);

    [Fact]
    public void Null_is_refused_where_the_type_is_not_nullable() => Invalid(
        """
        { values { intRequired(arg: null) stringsRequiredItems(arg: ["a", null])
          filter(arg: { required: null }) } }
        """,
        """
        Expected value of type "Int!", found null.
          at 1:29
        Expected value of type "String!", found null.
          at 1:67
        Expected value of type "Boolean!", found null.
          at 2:27
        """);

    [Fact]
    public void One_value_stands_for_a_list_of_it() => Valid("""
        { values { strings(arg: "a") lists(arg: 1) a: lists(arg: [[1], [2, 3]])
          filters(arg: { required: true }) } }
        """);

    [Fact]
    public void Items_are_looked_at_one_by_one() => Invalid(
        """
        { values { strings(arg: ["a", 2, $x, 3]) lists(arg: [["1"], 2, "3"]) } }
        """,
        """
        String cannot represent a non string value: 2
          at 1:31
        String cannot represent a non string value: 3
          at 1:38
        Int cannot represent non-integer value: "1"
          at 1:55
        Int cannot represent non-integer value: "3"
          at 1:64
        """);

    [Fact]
    public void A_wrong_single_value_of_a_list_is_refused_itself() => Invalid(
        "{ values { strings(arg: 1) filters(arg: 1) } }",
        """
        String cannot represent a non string value: 1
          at 1:25
        Expected value of type "Filter" to be an object, found: 1.
          at 1:41
        """);

    [Fact]
    public void An_input_object_needs_its_required_fields() => Invalid(
        """
        { values { filter(arg: {}) a: filter(arg: { text: "x", limit: 5 })
          b: filter(arg: { required: false }) } }
        """,
        """
        Field "Filter.required" of required type "Boolean!" was not provided.
          at 1:24
        Field "Filter.required" of required type "Boolean!" was not provided.
          at 1:43
        """);

    [Fact]
    public void An_input_object_has_no_other_fields() => Invalid(
        """
        { values { filter(arg: { required: true, txt: "x", unknown: { a: 1 } }) } }
        """,
        """
        Field "txt" is not defined by type "Filter". Did you mean "text"?
          at 1:42
        Field "unknown" is not defined by type "Filter".
          at 1:52
        """);

    [Fact]
    public void Fields_of_input_objects_are_looked_at_in_order_of_the_type() => Invalid(
        """
        { values { filter(arg: { nope: 1, strict: null, window: { from: "1", to: "2" },
          text: 5 }) } }
        """,
        """
        String cannot represent a non string value: 5
          at 2:9
        Field "Filter.required" of required type "Boolean!" was not provided.
          at 1:24
        Int cannot represent non-integer value: "1"
          at 1:65
        Int cannot represent non-integer value: "2"
          at 1:74
        Expected value of type "Boolean!", found null.
          at 1:43
        Field "nope" is not defined by type "Filter".
          at 1:26
        """);

    [Fact]
    public void Other_literals_are_no_input_object() => Invalid(
        """
        { values { a: filter(arg: 1) b: filter(arg: [{ required: true }]) c: filter(arg: "x")
          d: filter(arg: HTML) } }
        """,
        """
        Expected value of type "Filter" to be an object, found: 1.
          at 1:27
        Expected value of type "Filter" to be an object, found: [{ required: true }].
          at 1:45
        Expected value of type "Filter" to be an object, found: "x".
          at 1:82
        Expected value of type "Filter" to be an object, found: HTML.
          at 2:18
        """);

    [Fact]
    public void Directive_arguments_are_looked_at() => Invalid(
        """
        query @trace(level: "1") { me @skip(if: "yes") { id @cost(weight: null) } }
        """,
        """
        Int cannot represent non-integer value: "1"
          at 1:21
        Boolean cannot represent a non boolean value: "yes"
          at 1:41
        Expected value of type "Int!", found null.
          at 1:67
        """);

    [Fact]
    public void Defaults_of_variables_are_looked_at() => Valid("""
        query ($a: Int = 1, $b: String! = "x", $c: Filter = { required: true },
          $d: [Int] = 3) { me { id } }
        """);

    [Fact]
    public void Wrong_defaults_of_variables_are_refused() => Invalid(
        """
        query ($a: Int = "one", $b: String! = null, $c: Filter = { text: 5 }, $d: [Int!] = [null],
          $e: Nope = 5, $f: Account = 5) { me { id } }
        """,
        """
        Int cannot represent non-integer value: "one"
          at 1:18
        Expected value of type "String!", found null.
          at 1:39
        String cannot represent a non string value: 5
          at 1:66
        Field "Filter.required" of required type "Boolean!" was not provided.
          at 1:58
        Expected value of type "Int!", found null.
          at 1:85
        """);

    [Fact]
    public void One_member_of_a_OneOf_object_is_fine() => Valid("""
        { values { target(arg: { thread: "a" }) a: target(arg: { message: $id })
          b: target(arg: { window: { from: 1 } }) c: target(arg: null) } }
        """);

    [Fact]
    public void No_or_several_members_of_a_OneOf_object_are_refused() => Invalid(
        """
        { values { target(arg: {}) a: target(arg: { thread: "a", message: "b" })
          b: targets(arg: [{ thread: "a", message: null }]) } }
        """,
        """
        OneOf Input Object "Target" must specify exactly one key.
          at 1:24
        OneOf Input Object "Target" must specify exactly one key.
          at 1:43
        OneOf Input Object "Target" must specify exactly one key.
          at 2:20
        """);

    [Fact]
    public void A_null_member_of_a_OneOf_object_is_refused() => Invalid(
        "{ values { target(arg: { thread: null }) } }",
        """
        Field "Target.thread" must be non-null.
          at 1:24
        """);

    [Fact]
    public void A_wrong_member_of_a_OneOf_object_is_refused_itself() => Invalid(
        """
        { values { target(arg: { thread: true }) a: target(arg: { nope: 1, thread: "a" })
          b: target(arg: { nope: 1 }) } }
        """,
        """
        ID cannot represent a non-string and non-integer value: true
          at 1:34
        Field "nope" is not defined by type "Target".
          at 1:59
        Field "nope" is not defined by type "Target".
          at 2:20
        OneOf Input Object "Target" must specify exactly one key.
          at 2:18
        """);
}
