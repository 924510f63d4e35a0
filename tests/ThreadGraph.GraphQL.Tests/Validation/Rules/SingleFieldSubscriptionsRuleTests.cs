using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation.Rules;

public sealed class SingleFieldSubscriptionsRuleTests() : RuleTest(new SingleFieldSubscriptionsRule())
{
    [Fact]
    public void One_root_field_is_fine() => Valid("subscription S { counter }");

    [Fact]
    public void The_same_field_twice_is_one_root_field() => Valid("""
        subscription S { messageSent { id } ...F }
        fragment F on Subscription { messageSent { text } }
        """);

    [Fact]
    public void Many_fields_of_a_query_are_fine() => Valid("{ me { id } notice { id } }");

    [Fact]
    public void A_second_root_field_is_refused() => Invalid(
        """
        subscription S {
          counter
          messageSent { id }
          noticeSent { id }
        }
        """,
        """
        Subscription "S" must select only one top level field.
          at 3:3, 4:3
        """);

    [Fact]
    public void An_anonymous_subscription_is_told_so() => Invalid(
        "subscription { counter messageSent { id } }",
        """
        Anonymous Subscription must select only one top level field.
          at 1:24
        """);

    [Fact]
    public void Another_alias_is_another_root_field() => Invalid(
        "subscription S { a: counter b: counter }",
        """
        Subscription "S" must select only one top level field.
          at 1:29
        """);

    [Fact]
    public void Root_fields_of_fragments_count() => Invalid(
        """
        subscription S {
          counter
          ...F
          ... on Subscription { noticeSent { id } }
        }
        fragment F on Subscription { messageSent { id } ...G }
        fragment G on Subscription { c: counter ...F }
        """,
        """
        Subscription "S" must select only one top level field.
          at 6:30, 7:30, 4:25
        """);

    [Fact]
    public void Root_fields_of_impossible_fragments_do_not_count() => Valid("""
        subscription S { counter ... on Message { id } ... on Nope { id } ...F }
        fragment F on Account { id name }
        """);

    [Fact]
    public void No_root_field_is_refused() => Invalid(
        "subscription S { ... on Message { id } }",
        """
        Subscription "S" must select one top level field.
          at 1:16
        """);

    [Fact]
    public void A_meta_field_is_refused() => Invalid(
        "subscription S { __typename }",
        """
        Subscription "S" must not select an introspection top level field.
          at 1:18
        """);

    [Fact]
    public void An_aliased_meta_field_is_refused() => Invalid(
        "subscription { counter: __typename }",
        """
        Anonymous Subscription must not select an introspection top level field.
          at 1:16
        """);

    [Fact]
    public void A_meta_field_beside_another_is_refused_twice() => Invalid(
        "subscription S { counter __typename }",
        """
        Subscription "S" must select only one top level field.
          at 1:26
        Subscription "S" must not select an introspection top level field.
          at 1:26
        """);

    [Fact]
    public void Conditions_are_refused() => Invalid(
        """
        subscription S($yes: Boolean!) {
          counter @include(if: $yes)
          ...F @skip(if: $yes)
          ... @include(if: true) { messageSent { id } }
        }
        fragment F on Subscription { counter }
        """,
        """
        Subscription "S" must not use `@skip` or `@include` directives in the top level selection.
          at 2:11, 3:8, 4:7
        """);

    [Fact]
    public void Conditions_inside_of_fragments_are_refused() => Invalid(
        """
        subscription ($yes: Boolean!) { ...F }
        fragment F on Subscription { ... { counter @skip(if: $yes) @include(if: $yes) } }
        """,
        """
        Anonymous Subscription must not use `@skip` or `@include` directives in the top level selection.
          at 2:44
        """);

    [Fact]
    public void Conditions_below_the_root_field_are_fine() => Valid("""
        subscription S($yes: Boolean!) { messageSent { id @include(if: $yes) } }
        """);
}
