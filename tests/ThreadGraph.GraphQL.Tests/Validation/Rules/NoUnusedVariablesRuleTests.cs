using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation.Rules;

public sealed class NoUnusedVariablesRuleTests() : RuleTest(new NoUnusedVariablesRule())
{
    [Fact]
    public void Variables_used_anywhere_are_fine() => Valid("""
        query Q($a: ID, $b: Boolean!, $c: String) { account(id: $a) { ...F } }
        fragment F on Account { id @skip(if: $b) posts { ... on Message { reaction(emoji: $c) }
          ...G } }
        fragment G on Post { ...G }
        """);

    [Fact]
    public void Unused_variables_are_refused() => Invalid(
        """
        query Q($a: ID, $b: Boolean, $c: Int = 5) { account(id: $a) { id } }
        """,
        """
        Variable "$b" is never used in operation "Q".
          at 1:17
        Variable "$c" is never used in operation "Q".
          at 1:30
        """);

    [Fact]
    public void An_anonymous_operation_is_not_named() => Invalid(
        "query ($a: ID) { me { id } }",
        """
        Variable "$a" is never used.
          at 1:8
        """);

    [Fact]
    public void Use_by_a_fragment_of_another_operation_does_not_count() => Invalid(
        """
        query A($x: Boolean) { me { ...F } }
        query B($x: Boolean) { me { id } }
        fragment F on Account { name(surnameFirst: $x) }
        """,
        """
        Variable "$x" is never used in operation "B".
          at 2:9
        """);

    [Fact]
    public void An_unknown_argument_uses_its_variable() => Valid("query ($a: ID) { me(nope: $a) { id } }");
}
