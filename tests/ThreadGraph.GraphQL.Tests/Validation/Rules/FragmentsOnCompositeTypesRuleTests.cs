using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation.Rules;

public sealed class FragmentsOnCompositeTypesRuleTests() : RuleTest(new FragmentsOnCompositeTypesRule())
{
    [Fact]
    public void Objects_interfaces_and_unions_have_fields() => Valid("""
        { node { ... on Message { id } ... on Post { id } ... { id } }
          entry { ... on Entry { __typename } ...F } }
        fragment F on Sender { __typename }
        """);

    [Fact]
    public void Unknown_types_are_reported_elsewhere() => Valid("{ node { ... on Nope { id } } }");

    [Fact]
    public void Fragments_on_leaves_and_inputs_are_refused() => Invalid(
        """
        fragment A on Format { bad }
        fragment B on Filter { bad }
        fragment C on Any { bad }
        """,
        """
        Fragment "A" cannot condition on non composite type "Format".
          at 1:15
        Fragment "B" cannot condition on non composite type "Filter".
          at 2:15
        Fragment "C" cannot condition on non composite type "Any".
          at 3:15
        """);

    [Fact]
    public void Inline_fragments_on_leaves_are_refused() => Invalid(
        "{ me { ... on String { length } } }",
        """
        Fragment cannot condition on non composite type "String".
          at 1:15
        """);
}
