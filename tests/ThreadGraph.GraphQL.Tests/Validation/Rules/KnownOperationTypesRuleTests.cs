using ThreadGraph.GraphQL.Types;
using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation.Rules;

public sealed class KnownOperationTypesRuleTests() : RuleTest(new KnownOperationTypesRule())
{
    private static readonly Schema OnlyQueries = SdlSchema.Build("type Query { id: ID }");

    [Fact]
    public void Operations_with_a_root_type_are_known() => Valid("""
        query A { me { id } }
        mutation B { send { id } }
        subscription C { counter }
        """);

    [Fact]
    public void Operations_without_a_root_type_are_refused() => Invalid(
        OnlyQueries,
        """
        query A { id }
        mutation B { id }
        subscription C { id }
        """,
        """
        The mutation operation is not supported by the schema.
          at 2:1
        The subscription operation is not supported by the schema.
          at 3:1
        """);
}
