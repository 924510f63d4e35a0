using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation.Rules;

public sealed class UniqueOperationNamesRuleTests() : RuleTest(new UniqueOperationNamesRule())
{
    [Fact]
    public void Different_names_are_fine() => Valid("""
        query A { me { id } }
        query B { me { id } }
        """);

    [Fact]
    public void A_fragment_may_be_called_as_an_operation() => Valid("""
        query A { ...A }
        fragment A on Query { me { id } }
        """);

    [Fact]
    public void Anonymous_operations_have_no_name_to_repeat() => Valid("""
        { me { id } }
        { me { id } }
        """);

    [Fact]
    public void A_repeated_name_is_refused_with_its_first_use() => Invalid(
        """
        query A { me { id } }
        query A { me { name } }
        query A { me { role } }
        """,
        """
        There can be only one operation named "A".
          at 1:7, 2:7
        There can be only one operation named "A".
          at 1:7, 3:7
        """);

    [Fact]
    public void Kinds_of_operation_share_their_names() => Invalid(
        """
        query A { me { id } }
        mutation A { send { id } }
        subscription A { counter }
        """,
        """
        There can be only one operation named "A".
          at 1:7, 2:10
        There can be only one operation named "A".
          at 1:7, 3:14
        """);
}
