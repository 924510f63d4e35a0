using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation.Rules;

public sealed class UniqueArgumentNamesRuleTests() : RuleTest(new UniqueArgumentNamesRule())
{
    [Fact]
    public void Different_arguments_are_fine() => Valid("""
        { account(id: 1, name: "a") { id }
          a: account(id: 1) { id @trace(label: "a", level: 1) @trace(label: "a") } }
        """);

    [Fact]
    public void Repeated_arguments_of_a_field_are_refused_once() => Invalid(
        """
        { account(id: 1, name: "a", id: 2, id: 3, name: "b") { id } }
        """,
        """
        There can be only one argument named "id".
          at 1:11, 1:29, 1:36
        There can be only one argument named "name".
          at 1:18, 1:43
        """);

    [Fact]
    public void Repeated_arguments_of_a_directive_are_refused() => Invalid(
        "{ me @skip(if: true, if: false) { id } }",
        """
        There can be only one argument named "if".
          at 1:12, 1:22
        """);

    [Fact]
    public void Many_arguments_are_compared_too() => Invalid(
        """
        { me(a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1, i: 1, b: 2) { id } }
        """,
        """
        There can be only one argument named "b".
          at 1:12, 1:60
        """);
}
