using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation.Rules;

public sealed class UniqueVariableNamesRuleTests() : RuleTest(new UniqueVariableNamesRule())
{
    [Fact]
    public void Different_names_are_fine() => Valid("""
        query A($x: Int, $y: Int) { me { id } }
        query B($x: Int) { me { id } }
        """);

    [Fact]
    public void Repeated_names_are_refused_once_with_all_their_places() => Invalid(
        """
        query A($x: Int, $y: Int, $x: Int, $y: Int, $x: Int) { me { id } }
        query B($z: ID, $z: ID) { me { id } }
        """,
        """
        There can be only one variable named "$x".
          at 1:10, 1:28, 1:46
        There can be only one variable named "$y".
          at 1:19, 1:37
        There can be only one variable named "$z".
          at 2:10, 2:18
        """);
}
