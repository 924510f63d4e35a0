using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation.Rules;

public sealed class UniqueDirectivesPerLocationRuleTests() : RuleTest(new UniqueDirectivesPerLocationRule())
{
    [Fact]
    public void Different_directives_and_places_are_fine() =>
        Valid("{ me @onField @skip(if: true) { id @onField } }");

    [Fact]
    public void Repeatable_and_unknown_directives_may_repeat() =>
        Valid("{ me @trace @trace @unknown @unknown { id } }");

    [Fact]
    public void Each_repetition_is_refused_with_the_first_use() => Invalid(
        "{ me @onField @trace @onField @onField { id } }",
        """
        The directive "@onField" can only be used once at this location.
          at 1:6, 1:22
        The directive "@onField" can only be used once at this location.
          at 1:6, 1:31
        """);

    [Fact]
    public void Every_kind_of_place_is_looked_at() => Invalid(
        """
        query Q($x: Int @onVariable @onVariable) @onQuery @onQuery {
          ...F @onFragmentSpread @onFragmentSpread
          ... @onInlineFragment @onInlineFragment { me { id @onField @onField } }
        }
        fragment F on Query @onFragmentDefinition @onFragmentDefinition { me { id } }
        """,
        """
        The directive "@onQuery" can only be used once at this location.
          at 1:42, 1:51
        The directive "@onVariable" can only be used once at this location.
          at 1:17, 1:29
        The directive "@onFragmentSpread" can only be used once at this location.
          at 2:8, 2:26
        The directive "@onInlineFragment" can only be used once at this location.
          at 3:7, 3:25
        The directive "@onField" can only be used once at this location.
          at 3:53, 3:62
        The directive "@onFragmentDefinition" can only be used once at this location.
          at 5:21, 5:43
        """);
}
