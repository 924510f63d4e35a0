using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation.Rules;

public sealed class ScalarLeafsRuleTests() : RuleTest(new ScalarLeafsRule())
{
    [Fact]
    public void Leaves_without_and_objects_with_selections_are_fine() =>
        Valid("{ me { id role friends { id } } sender { __typename } }");

    [Fact]
    public void An_object_without_a_selection_is_refused() => Invalid(
        "{ me friends: account }",
        """
        Field "me" of type "Account" must have a selection of subfields. Did you mean "me { ... }"?
          at 1:3
        Field "account" of type "Account" must have a selection of subfields. Did you mean "account { ... }"?
          at 1:6
        """);

    [Fact]
    public void Interfaces_unions_and_lists_without_a_selection_are_refused() => Invalid(
        "{ post entry me { friends } }",
        """
        Field "post" of type "Post" must have a selection of subfields. Did you mean "post { ... }"?
          at 1:3
        Field "entry" of type "Entry" must have a selection of subfields. Did you mean "entry { ... }"?
          at 1:8
        Field "friends" of type "[Account]" must have a selection of subfields. Did you mean "friends { ... }"?
          at 1:19
        """);

    [Fact]
    public void A_scalar_with_a_selection_is_refused() => Invalid(
        "{ me { name { first } } }",
        """
        Field "name" must not have a selection since type "String" has no subfields.
          at 1:13
        """);

    [Fact]
    public void An_enum_with_a_selection_is_refused() => Invalid(
        "{ me { role(first: 1) @trace { plain } } }",
        """
        Field "role" must not have a selection since type "Format" has no subfields.
          at 1:30
        """);

    [Fact]
    public void A_list_of_scalars_with_a_selection_is_refused() => Invalid(
        "{ notice { audience { name } } }",
        """
        Field "audience" must not have a selection since type "[String!]" has no subfields.
          at 1:21
        """);

    [Fact]
    public void Unknown_fields_are_reported_elsewhere() => Valid("{ me { nope { name } nothing } }");
}
