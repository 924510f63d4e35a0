using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation.Rules;

public sealed class FieldsOnCorrectTypeRuleTests() : RuleTest(new FieldsOnCorrectTypeRule())
{
    [Fact]
    public void Fields_of_objects_interfaces_and_unions_are_found() => Valid("""
        { me { a: id __typename } post { id __typename ... on Message { revision } }
          entry { __typename } __schema { types { name } } __type(name: "X") { name } }
        """);

    [Fact]
    public void Fields_of_unknown_types_are_not_looked_for() => Valid("""
        { node { ... on Nope { anything { deeper } } } }
        fragment F on Nothing { anything }
        """);

    [Fact]
    public void An_unknown_field_is_refused() => Invalid(
        "{ me { mood } }",
        """
        Cannot query field "mood" on type "Account".
          at 1:8
        """);

    [Fact]
    public void An_alias_does_not_make_a_field() => Invalid(
        "{ me { id: mood } }",
        """
        Cannot query field "mood" on type "Account".
          at 1:8
        """);

    [Fact]
    public void Only_the_first_unknown_field_of_a_path_is_refused() => Invalid(
        "{ me { mood { since } } }",
        """
        Cannot query field "mood" on type "Account".
          at 1:8
        """);

    [Fact]
    public void Fields_of_fragments_are_looked_for_on_their_type() => Invalid(
        """
        { post { ...F ... on Account { text } } }
        fragment F on Notice { revision ... { reaction } }
        """,
        """
        Cannot query field "text" on type "Account".
          at 1:32
        Cannot query field "revision" on type "Notice".
          at 2:24
        Cannot query field "reaction" on type "Notice".
          at 2:39
        """);

    [Fact]
    public void Near_names_are_suggested() => Invalid(
        "{ me { frends { id } nam } }",
        """
        Cannot query field "frends" on type "Account". Did you mean "friends"?
          at 1:8
        Cannot query field "nam" on type "Account". Did you mean "name"?
          at 1:22
        """);

    [Fact]
    public void Types_that_have_the_field_are_suggested_first() => Invalid(
        "{ post { revision } node { text } }",
        "Cannot query field \"revision\" on type \"Post\". Did you mean to use an inline fragment on " +
        "\"Editable\" or \"Message\"?\n" +
        "  at 1:10\n" +
        "Cannot query field \"text\" on type \"Node\". Did you mean to use an inline fragment on \"Post\", " +
        "\"Message\", or \"Notice\"?\n" +
        "  at 1:28");

    [Fact]
    public void Fields_of_union_members_need_a_fragment() => Invalid(
        "{ entry { text } sender { model } }",
        "Cannot query field \"text\" on type \"Entry\". Did you mean to use an inline fragment on \"Post\", " +
        "\"Message\", or \"Notice\"?\n" +
        "  at 1:11\n" +
        "Cannot query field \"model\" on type \"Sender\". Did you mean to use an inline fragment on " +
        "\"Robot\"?\n" +
        "  at 1:27");

    [Fact]
    public void Schema_meta_fields_belong_to_the_query_root() => Invalid(
        """
        { me { __schema { types { name } } } }
        mutation M { __type(name: "X") { name } }
        """,
        """
        Cannot query field "__schema" on type "Account".
          at 1:8
        Cannot query field "__type" on type "Mutation".
          at 2:14
        """);
}
