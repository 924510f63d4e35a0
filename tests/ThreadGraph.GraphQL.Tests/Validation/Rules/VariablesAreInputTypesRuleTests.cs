using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation.Rules;

public sealed class VariablesAreInputTypesRuleTests() : RuleTest(new VariablesAreInputTypesRule())
{
    [Fact]
    public void Input_types_are_fine() => Valid("""
        query ($a: String, $b: [Boolean!]!, $c: Filter, $d: Format, $e: Nope) { me { id } }
        """);

    [Fact]
    public void Output_types_are_refused() => Invalid(
        """
        query ($a: Account, $b: [[Sender!]]!, $c: Node!) { me { id } }
        """,
        """
        Variable "$a" cannot be non-input type "Account".
          at 1:12
        Variable "$b" cannot be non-input type "[[Sender!]]!".
          at 1:25
        Variable "$c" cannot be non-input type "Node!".
          at 1:43
        """);
}
