using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation.Rules;

public sealed class NoUnusedFragmentsRuleTests() : RuleTest(new NoUnusedFragmentsRule())
{
    [Fact]
    public void Fragments_used_directly_or_by_others_are_fine() => Valid("""
        query Q { me { ...A } }
        mutation M { send { sentBy { ...C } } }
        fragment A on Account { friends { ...B } }
        fragment B on Account { id }
        fragment C on Account { ... { id ...C } }
        """);

    [Fact]
    public void Fragments_that_no_operation_leads_to_are_refused() => Invalid(
        """
        { me { ...A } }
        fragment A on Account { id }
        fragment B on Account { id ...C }
        fragment C on Account { ...B }
        """,
        """
        Fragment "B" is never used.
          at 3:1
        Fragment "C" is never used.
          at 4:1
        """);

    [Fact]
    public void A_spread_of_an_unknown_fragment_uses_nothing() => Invalid(
        """
        { me { ...Nope } }
        fragment A on Account { id }
        """,
        """
        Fragment "A" is never used.
          at 2:1
        """);
}
