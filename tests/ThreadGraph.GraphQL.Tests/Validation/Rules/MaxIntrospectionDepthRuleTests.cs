using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation.Rules;

public sealed class MaxIntrospectionDepthRuleTests() : RuleTest(new MaxIntrospectionDepthRule())
{
    [Fact]
    public void Two_lists_deep_is_fine() => Valid("""
        { __schema { types { fields { type { interfaces { name } } } inputFields { name } } } }
        """);

    [Fact]
    public void Fields_of_these_names_elsewhere_are_fine() => Valid("{ me { fields { fields { fields { id } } } } }");

    [Fact]
    public void Three_lists_deep_is_refused() => Invalid(
        """
        { __schema { types { fields { type { possibleTypes { interfaces { name } } } } } } }
        """,
        """
        Maximum introspection depth exceeded.
          at 1:3
        """);

    [Fact]
    public void Depth_through_fragments_counts() => Invalid(
        """
        { __type(name: "X") { ...A } }
        fragment A on __Type { fields { type { ...B } } }
        fragment B on __Type { ... { inputFields { type { ...C } } } }
        fragment C on __Type { fields { name } }
        """,
        """
        Maximum introspection depth exceeded.
          at 1:3
        """);

    [Fact]
    public void Cyclic_fragments_are_read_to_the_limit() => Invalid(
        """
        { __type(name: "X") { ...A } }
        fragment A on __Type { name fields { type { ...A } } }
        """,
        """
        Maximum introspection depth exceeded.
          at 1:3
        """);

    [Fact]
    public void Cyclic_fragments_without_lists_end() => Valid("""
        { __type(name: "X") { ...A } }
        fragment A on __Type { ofType { ...A } }
        """);
}
