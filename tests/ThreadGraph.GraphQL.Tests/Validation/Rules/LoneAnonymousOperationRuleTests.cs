using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation.Rules;

public sealed class LoneAnonymousOperationRuleTests() : RuleTest(new LoneAnonymousOperationRule())
{
    [Fact]
    public void One_anonymous_operation_is_fine() => Valid("{ me { id } }");

    [Fact]
    public void Several_named_operations_are_fine() => Valid("""
        query A { me { id } }
        query B { me { id } }
        """);

    [Fact]
    public void Fragments_do_not_disturb_an_anonymous_operation() => Valid("""
        { ...F }
        fragment F on Query { me { id } }
        """);

    [Fact]
    public void Each_of_several_anonymous_operations_is_refused() => Invalid(
        """
        { me { id } }
        { me { name } }
        """,
        """
        This anonymous operation must be the only defined operation.
          at 1:1
        This anonymous operation must be the only defined operation.
          at 2:1
        """);

    [Fact]
    public void An_anonymous_operation_beside_a_named_one_is_refused() => Invalid(
        """
        { me { id } }
        mutation B { send { id } }
        """,
        """
        This anonymous operation must be the only defined operation.
          at 1:1
        """);
}
