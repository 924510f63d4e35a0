using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation.Rules;

public sealed class KnownTypeNamesRuleTests() : RuleTest(new KnownTypeNamesRule())
{
    [Fact]
    public void Known_types_are_fine() => Valid("""
        query ($id: ID, $list: [Filter!]!) { node { ... on Message { id } ...F } }
        fragment F on Account { id }
        """);

    [Fact]
    public void Unknown_types_are_refused_wherever_they_stand() => Invalid(
        """
        query ($a: Acount, $b: [Nothing!]!) {
          node { ... on Mesage { id } ...F }
        }
        fragment F on Peson { id }
        """,
        """
        Unknown type "Acount". Did you mean "Account"?
          at 1:12
        Unknown type "Nothing". Did you mean "Notice" or "String"?
          at 1:25
        Unknown type "Mesage". Did you mean "Message"?
          at 2:17
        Unknown type "Peson". Did you mean "Post"?
          at 4:15
        """);

    [Fact]
    public void Unknown_scalars_are_not_built_in_by_name() => Invalid(
        "query ($a: Integer) { me { id } }",
        """
        Unknown type "Integer".
          at 1:12
        """);
}
