using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation.Rules;

public sealed class KnownDirectivesRuleTests() : RuleTest(new KnownDirectivesRule())
{
    [Fact]
    public void Directives_in_their_places_are_fine() => Valid("""
        query Q($x: Int @onVariable) @onQuery { me @skip(if: true) @onField {
          ...F @onFragmentSpread
          ... @onInlineFragment @include(if: true) { id } } }
        mutation M @onMutation { send { id } }
        subscription S @onSubscription { counter }
        fragment F on Account @onFragmentDefinition { id }
        """);

    [Fact]
    public void Unknown_directives_are_refused() => Invalid(
        "{ me @unknown(x: 1) { id @nothing } }",
        """
        Unknown directive "@unknown".
          at 1:6
        Unknown directive "@nothing".
          at 1:26
        """);

    [Fact]
    public void Directives_in_other_places_are_refused() => Invalid(
        """
        query Q($x: Int @onField) @onMutation { me @onQuery { ...F @onField
          ... @onFragmentSpread { id } } }
        mutation M @onSubscription { send { id } }
        subscription S @onQuery { counter }
        fragment F on Account @onVariable { id @deprecated }
        """,
        """
        Directive "@onField" may not be used on VARIABLE_DEFINITION.
          at 1:17
        Directive "@onMutation" may not be used on QUERY.
          at 1:27
        Directive "@onQuery" may not be used on FIELD.
          at 1:44
        Directive "@onField" may not be used on FRAGMENT_SPREAD.
          at 1:60
        Directive "@onFragmentSpread" may not be used on INLINE_FRAGMENT.
          at 2:7
        Directive "@onSubscription" may not be used on MUTATION.
          at 3:12
        Directive "@onQuery" may not be used on SUBSCRIPTION.
          at 4:16
        Directive "@onVariable" may not be used on FRAGMENT_DEFINITION.
          at 5:23
        Directive "@deprecated" may not be used on FIELD.
          at 5:40
        """);
}
