using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation.Rules;

public sealed class NoUndefinedVariablesRuleTests() : RuleTest(new NoUndefinedVariablesRule())
{
    [Fact]
    public void Declared_variables_are_fine() => Valid("""
        query Q($id: ID, $yes: Boolean!, $x: String) { account(id: $id, name: $x) { ...F }
          values { filter(arg: { text: $x, formats: [$x] }) } }
        fragment F on Account { id @include(if: $yes) ...G }
        fragment G on Account { name(surnameFirst: $yes) ...F }
        """);

    [Fact]
    public void An_undeclared_variable_is_refused() => Invalid(
        "query Q($id: ID) { account(id: $id, name: $name) { id } }",
        """
        Variable "$name" is not defined by operation "Q".
          at 1:43, 1:1
        """);

    [Fact]
    public void An_anonymous_operation_is_not_named() => Invalid(
        "{ account(id: $id) { id @skip(if: $no) } }",
        """
        Variable "$id" is not defined.
          at 1:15, 1:1
        Variable "$no" is not defined.
          at 1:35, 1:1
        """);

    [Fact]
    public void Variables_of_fragments_are_refused_for_each_operation() => Invalid(
        """
        query A($x: Boolean) { me { ...F } }
        query B { me { friends { ...F } } }
        fragment F on Account { name(surnameFirst: $x) ...G }
        fragment G on Account { posts { text(trim: $y) } }
        """,
        """
        Variable "$y" is not defined by operation "A".
          at 4:44, 1:1
        Variable "$x" is not defined by operation "B".
          at 3:44, 2:1
        Variable "$y" is not defined by operation "B".
          at 4:44, 2:1
        """);

    [Fact]
    public void Variables_inside_of_lists_and_objects_are_found() => Invalid(
        """
        { values { filter(arg: { nested: { formats: [$a] } }) strings(arg: [$b]) } }
        """,
        """
        Variable "$a" is not defined.
          at 1:46, 1:1
        Variable "$b" is not defined.
          at 1:69, 1:1
        """);

    [Fact]
    public void Unused_fragments_are_not_asked() => Valid("""
        { me { id } }
        fragment F on Account { name(surnameFirst: $x) }
        """);
}
