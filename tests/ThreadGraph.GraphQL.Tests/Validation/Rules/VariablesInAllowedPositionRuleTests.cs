using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation.Rules;

public sealed class VariablesInAllowedPositionRuleTests() : RuleTest(new VariablesInAllowedPositionRule())
{
    [Fact]
    public void The_same_type_is_allowed() => Valid("""
        query ($a: Int, $b: [String], $c: Filter, $d: Boolean!) { values { int(arg: $a)
          strings(arg: $b) filter(arg: $c) booleanRequired(arg: $d) } }
        """);

    [Fact]
    public void A_stricter_type_is_allowed() => Valid("""
        query ($a: Int!, $b: [String!]!, $c: String!) { values { int(arg: $a) strings(arg: $b)
          x: strings(arg: [$c]) } }
        """);

    [Fact]
    public void A_default_of_the_variable_or_the_place_allows_a_nullable_type() => Valid("""
        query ($a: Int = 1, $b: Int, $c: Boolean = false) { values { intRequired(arg: $a)
          optional(opt2: $b) filter(arg: { required: $c, limit: $b }) } me { id @include(if: $c) } }
        """);

    [Fact]
    public void Variables_in_fragments_are_compared_with_their_operation() => Invalid(
        """
        query A($a: Boolean) { me { ...F } }
        query B($a: Int) { me { ...F } }
        query C($a: String) { me { id } }
        fragment F on Account { name(surnameFirst: $a) ...F }
        """,
        """
        Variable "$a" of type "Int" used in position expecting type "Boolean".
          at 2:9, 4:44
        """);

    [Fact]
    public void Unknown_types_and_places_are_reported_elsewhere() => Valid("""
        query ($a: Nope, $b: Int) { values { int(arg: $a) x: int(nope: $b)
          any: filter(arg: { nope: $b }) y: string(arg: [$b]) } }
        """);

    [Fact]
    public void A_nullable_variable_does_not_fit_a_non_null_place() => Invalid(
        """
        query Q($a: Int) { values { intRequired(arg: $a) } me { id @skip(if: $a) } }
        """,
        """
        Variable "$a" of type "Int" used in position expecting type "Int!".
          at 1:9, 1:46
        Variable "$a" of type "Int" used in position expecting type "Boolean!".
          at 1:9, 1:70
        """);

    [Fact]
    public void A_null_default_does_not_help() => Invalid(
        "query ($a: Int = null) { values { intRequired(arg: $a) } }",
        """
        Variable "$a" of type "Int" used in position expecting type "Int!".
          at 1:8, 1:52
        """);

    [Fact]
    public void Another_type_does_not_fit() => Invalid(
        """
        query ($a: String, $b: Int!) { values { int(arg: $a) string(arg: $b)
          filter(arg: { limit: $a, window: $b, required: true }) } me @trace(label: $b) { id } }
        """,
        """
        Variable "$a" of type "String" used in position expecting type "Int".
          at 1:8, 1:50
        Variable "$b" of type "Int!" used in position expecting type "String".
          at 1:20, 1:66
        Variable "$a" of type "String" used in position expecting type "Int!".
          at 1:8, 2:24
        Variable "$b" of type "Int!" used in position expecting type "Window".
          at 1:20, 2:36
        Variable "$b" of type "Int!" used in position expecting type "String".
          at 1:20, 2:77
        """);

    [Fact]
    public void A_list_does_not_fit_its_item_nor_an_item_a_list() => Invalid(
        """
        query ($a: [String], $b: String) { values { string(arg: $a) strings(arg: $b)
          x: strings(arg: [$a]) } }
        """,
        """
        Variable "$a" of type "[String]" used in position expecting type "String".
          at 1:8, 1:57
        Variable "$b" of type "String" used in position expecting type "[String]".
          at 1:22, 1:74
        Variable "$a" of type "[String]" used in position expecting type "String".
          at 1:8, 2:20
        """);

    [Fact]
    public void A_list_of_nullable_items_does_not_fit() => Invalid(
        """
        query ($a: [String], $b: String,
          $c: [String] = ["x"]) { values { stringsRequiredItems(arg: $a)
          x: stringsRequiredItems(arg: [$b]) y: stringsRequiredItems(arg: $c) } }
        """,
        """
        Variable "$a" of type "[String]" used in position expecting type "[String!]".
          at 1:8, 2:62
        Variable "$b" of type "String" used in position expecting type "String!".
          at 1:22, 3:33
        Variable "$c" of type "[String]" used in position expecting type "[String!]".
          at 2:3, 3:67
        """);

    [Fact]
    public void A_non_null_variable_is_allowed_as_OneOf_member() => Valid("""
        query ($a: ID!, $b: Target) { values { target(arg: { thread: $a }) x: target(arg: $b) } }
        """);

    [Fact]
    public void A_nullable_variable_is_refused_as_OneOf_member() => Invalid(
        """
        query ($a: ID, $b: ID = null) { values { target(arg: { thread: $a })
          targets(arg: [{ message: $b }]) } }
        """,
        """
        Variable "$a" is of type "ID" but must be non-nullable to be used for OneOf Input Object "Target".
          at 1:8, 1:64
        Variable "$b" is of type "ID" but must be non-nullable to be used for OneOf Input Object "Target".
          at 1:16, 2:28
        """);

    // graphql-js refuses it; the specification counts a OneOf member as a non-null place ("IsNonNullPosition"), and those
    // take a nullable variable with a default.
    [Fact]
    public void A_nullable_variable_with_a_default_is_allowed_as_OneOf_member() => Valid("""
        query ($a: ID = "x") { values { target(arg: { thread: $a }) targetRequired(arg: { thread: $a }) } }
        """);

    // graphql-js looks for the OneOf type without its wrappers only; the specification makes no such exception.
    [Fact]
    public void A_nullable_variable_is_refused_as_OneOf_member_of_a_non_null_or_single_item_place() => Invalid(
        """
        query ($a: ID) { values { targetRequired(arg: { thread: $a })
          targets(arg: { message: $a }) } }
        """,
        """
        Variable "$a" is of type "ID" but must be non-nullable to be used for OneOf Input Object "Target".
          at 1:8, 1:57
        Variable "$a" is of type "ID" but must be non-nullable to be used for OneOf Input Object "Target".
          at 1:8, 2:27
        """);
}
