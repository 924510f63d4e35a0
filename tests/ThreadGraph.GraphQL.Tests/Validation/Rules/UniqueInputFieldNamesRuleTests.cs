using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation.Rules;

public sealed class UniqueInputFieldNamesRuleTests() : RuleTest(new UniqueInputFieldNamesRule())
{
    [Fact]
    public void Different_fields_are_fine() => Valid("""
        { values { filter(arg: { required: true, text: "a",
          nested: { required: true, nested: { required: false } } })
          filters(arg: [{ required: true }, { required: true }]) } }
        """);

    [Fact]
    public void Each_repetition_is_refused_with_the_first_use() => Invalid(
        """
        { values { filter(arg: { text: "a", text: "b", required: true, text: "c" }) } }
        """,
        """
        There can be only one input field named "text".
          at 1:26, 1:37
        There can be only one input field named "text".
          at 1:26, 1:64
        """);

    [Fact]
    public void Nested_objects_are_looked_at() => Invalid(
        """
        { values { filters(arg: [{ nested: { text: "a", text: "b" }, nested: { text: "c" } }])
          any(arg: { a: [{ b: 1, b: 2 }] }) } }
        """,
        """
        There can be only one input field named "text".
          at 1:38, 1:49
        There can be only one input field named "nested".
          at 1:28, 1:62
        There can be only one input field named "b".
          at 2:20, 2:26
        """);

    [Fact]
    public void Defaults_and_directives_are_looked_at() => Invalid(
        """
        query ($a: Filter = { text: "a", text: "b" }) { me @unknown(x: { y: 1, y: 2 }) { id } }
        """,
        """
        There can be only one input field named "text".
          at 1:23, 1:34
        There can be only one input field named "y".
          at 1:66, 1:72
        """);
}
