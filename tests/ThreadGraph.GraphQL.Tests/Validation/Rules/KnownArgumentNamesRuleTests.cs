using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation.Rules;

public sealed class KnownArgumentNamesRuleTests() : RuleTest(new KnownArgumentNamesRule())
{
    [Fact]
    public void Known_arguments_are_fine() => Valid("""
        { account(id: 1, name: "a") { name(surnameFirst: true) @skip(if: true) @trace(level: 1,
          label: "a") } __type(name: "X") { fields(includeDeprecated: true) { name } } }
        """);

    [Fact]
    public void Arguments_of_unknown_fields_and_directives_are_not_looked_for() =>
        Valid("{ nope(a: 1) { id @unknown(b: 2) } }");

    [Fact]
    public void An_unknown_argument_of_a_field_is_refused() => Invalid(
        """
        { me(a: 1) { id } account(nmae: "x", b: 2) { id } }
        """,
        """
        Unknown argument "a" on field "Query.me".
          at 1:6
        Unknown argument "nmae" on field "Query.account". Did you mean "name"?
          at 1:27
        Unknown argument "b" on field "Query.account".
          at 1:38
        """);

    [Fact]
    public void An_unknown_argument_of_a_directive_is_refused() => Invalid(
        """
        query @trace(a: 1) { me @skip(if: true, iff: 1) { id @trace(labl: "x") } }
        """,
        """
        Unknown argument "a" on directive "@trace".
          at 1:14
        Unknown argument "iff" on directive "@skip". Did you mean "if"?
          at 1:41
        Unknown argument "labl" on directive "@trace". Did you mean "label"?
          at 1:61
        """);

    [Fact]
    public void Arguments_are_looked_for_below_fragments() => Invalid(
        """
        { node { ... on Message { replies(frist: 1) { id } } ...F } }
        fragment F on Post { text(formt: HTML) }
        """,
        """
        Unknown argument "frist" on field "Message.replies". Did you mean "first"?
          at 1:35
        Unknown argument "formt" on field "Post.text". Did you mean "format"?
          at 2:27
        """);
}
