using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation.Rules;

public sealed class PossibleFragmentSpreadsRuleTests() : RuleTest(new PossibleFragmentSpreadsRule())
{
    [Fact]
    public void The_same_type_is_possible() => Valid("""
        { me { ... on Account { id } ... { id } ...F } }
        fragment F on Account { id }
        """);

    [Fact]
    public void An_interface_or_union_of_the_object_is_possible() => Valid("""
        { message(id: 1) { ... on Post { id } ... on Entry { __typename } ...
          on Editable { revision } } }
        """);

    [Fact]
    public void An_object_of_the_interface_or_union_is_possible() => Valid("""
        { post { ... on Message { id } } entry { ...F } }
        fragment F on Notice { id }
        """);

    [Fact]
    public void Abstract_types_that_share_an_object_are_possible() => Valid("""
        { post { ... on Editable { revision } } entry { ... on Post { id } }
          sender { ... on Node { id } } }
        """);

    [Fact]
    public void Unknown_and_leaf_types_are_reported_elsewhere() => Valid("""
        { me { ... on Nope { id } ... on String { id } ...F ...Missing } }
        fragment F on Nothing { id }
        """);

    [Fact]
    public void Another_object_is_impossible() => Invalid(
        """
        { me { ... on Message { id } ...F } }
        fragment F on Robot { model }
        """,
        """
        Fragment cannot be spread here as objects of type "Account" can never be of type "Message".
          at 1:8
        Fragment "F" cannot be spread here as objects of type "Account" can never be of type "Robot".
          at 1:30
        """);

    [Fact]
    public void An_interface_that_the_object_lacks_is_impossible() => Invalid(
        """
        { robot { ... on Node { id } ... on Entry { __typename } } }
        """,
        """
        Fragment cannot be spread here as objects of type "Robot" can never be of type "Node".
          at 1:11
        Fragment cannot be spread here as objects of type "Robot" can never be of type "Entry".
          at 1:30
        """);

    [Fact]
    public void An_object_that_the_abstract_type_lacks_is_impossible() => Invalid(
        """
        { editable { ...F } entry { ... on Account { id } } }
        fragment F on Notice { id }
        """,
        """
        Fragment "F" cannot be spread here as objects of type "Editable" can never be of type "Notice".
          at 1:14
        Fragment cannot be spread here as objects of type "Entry" can never be of type "Account".
          at 1:29
        """);

    [Fact]
    public void Abstract_types_without_a_common_object_are_impossible() => Invalid(
        """
        { entry { ...F } }
        fragment F on Sender { ... on Editable { revision } }
        """,
        """
        Fragment "F" cannot be spread here as objects of type "Entry" can never be of type "Sender".
          at 1:11
        Fragment cannot be spread here as objects of type "Sender" can never be of type "Editable".
          at 2:24
        """);
}
