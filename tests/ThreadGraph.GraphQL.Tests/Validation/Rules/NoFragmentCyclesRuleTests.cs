using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation.Rules;

public sealed class NoFragmentCyclesRuleTests() : RuleTest(new NoFragmentCyclesRule())
{
    [Fact]
    public void A_tree_of_fragments_is_fine() => Valid("""
        fragment A on Account { ...B ...C }
        fragment B on Account { ...C }
        fragment C on Account { ...Missing id }
        """);

    [Fact]
    public void A_fragment_twice_in_a_row_is_no_cycle() => Valid("""
        fragment A on Account { ...B ...B }
        fragment B on Account { id }
        """);

    [Fact]
    public void A_fragment_cannot_spread_itself() => Invalid(
        "fragment A on Account { id ...A }",
        """
        Cannot spread fragment "A" within itself.
          at 1:28
        """);

    [Fact]
    public void A_fragment_cannot_spread_itself_below_a_field() => Invalid(
        """
        fragment A on Account { friends { ... on Account { ...A } } }
        """,
        """
        Cannot spread fragment "A" within itself.
          at 1:52
        """);

    [Fact]
    public void A_cycle_names_the_fragments_between() => Invalid(
        """
        fragment A on Account { ...B }
        fragment B on Account { ...C }
        fragment C on Account { friends { ...A } }
        """,
        """
        Cannot spread fragment "A" within itself via "B", "C".
          at 1:25, 2:25, 3:35
        """);

    [Fact]
    public void Every_cycle_is_found_once() => Invalid(
        """
        fragment A on Account { ...B ...C }
        fragment B on Account { ...A ...B }
        fragment C on Account { ...B ...A }
        """,
        """
        Cannot spread fragment "A" within itself via "B".
          at 1:25, 2:25
        Cannot spread fragment "B" within itself.
          at 2:30
        Cannot spread fragment "A" within itself via "C".
          at 1:30, 3:30
        """);

    [Fact]
    public void A_cycle_that_is_entered_from_outside_is_named_from_its_own_start() => Invalid(
        """
        fragment A on Account { ...B }
        fragment B on Account { ...C }
        fragment C on Account { ...B }
        """,
        """
        Cannot spread fragment "B" within itself via "C".
          at 2:25, 3:25
        """);

    [Fact]
    public void Two_long_cycles_share_their_path() => Invalid(
        """
        fragment A on Account { ...B }
        fragment B on Account { ...C }
        fragment C on Account { ...D ...A }
        fragment D on Account { ...B ...X }
        fragment X on Account { ...C }
        """,
        """
        Cannot spread fragment "B" within itself via "C", "D".
          at 2:25, 3:25, 4:25
        Cannot spread fragment "C" within itself via "D", "X".
          at 3:25, 4:30, 5:25
        Cannot spread fragment "A" within itself via "B", "C".
          at 1:25, 2:25, 3:30
        """);
}
