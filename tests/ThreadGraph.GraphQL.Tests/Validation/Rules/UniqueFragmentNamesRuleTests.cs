using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation.Rules;

public sealed class UniqueFragmentNamesRuleTests() : RuleTest(new UniqueFragmentNamesRule())
{
    [Fact]
    public void Different_names_are_fine() => Valid("""
        { ...A ...B ... on Query { me { id } } }
        fragment A on Query { me { id } }
        fragment B on Query { me { id } }
        """);

    [Fact]
    public void A_repeated_name_is_refused_with_its_first_use() => Invalid(
        """
        { ...A }
        fragment A on Query { me { id } }
        fragment A on Query { me { id } }
        fragment A on Query { me { id } }
        """,
        """
        There can be only one fragment named "A".
          at 2:10, 3:10
        There can be only one fragment named "A".
          at 2:10, 4:10
        """);
}
