using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation.Rules;

public sealed class KnownFragmentNamesRuleTests() : RuleTest(new KnownFragmentNamesRule())
{
    [Fact]
    public void Known_fragments_are_fine() => Valid("""
        { me { ...A ... on Account { ...B } } }
        fragment A on Account { ...B }
        fragment B on Account { id }
        """);

    [Fact]
    public void Unknown_fragments_are_refused_at_their_name() => Invalid(
        """
        { me {
          ...A
          ... on Account { ... B } } }
        fragment C on Account { ...D }
        """,
        """
        Unknown fragment "A".
          at 2:6
        Unknown fragment "B".
          at 3:24
        Unknown fragment "D".
          at 4:28
        """);
}
