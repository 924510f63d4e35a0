using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation.Rules;

public sealed class ProvidedRequiredArgumentsRuleTests() : RuleTest(new ProvidedRequiredArgumentsRule())
{
    [Fact]
    public void Given_and_optional_arguments_are_fine() => Valid("""
        { values { two(req1: 1, req2: 2) a: two(req2: 1, req1: 2) optional b: optional(opt2: 1)
          mixed(req1: 1, req2: 2, opt1: 3) int } me { id @cost(weight: 1) }
          __type(name: "X") { name } }
        """);

    [Fact]
    public void Unknown_fields_and_directives_need_nothing() => Valid("{ nope { id @unknown } }");

    [Fact]
    public void A_null_is_given() => Valid("{ values { intRequired(arg: null) } }");

    [Fact]
    public void Missing_arguments_are_refused_one_by_one() => Invalid(
        """
        { values { two a: two(req1: 1) mixed(opt1: 1) intRequired(wrong: 1) } message { id } }
        """,
        """
        Argument "Values.two(req1:)" of type "Int!" is required, but it was not provided.
          at 1:12
        Argument "Values.two(req2:)" of type "Int!" is required, but it was not provided.
          at 1:12
        Argument "Values.two(req2:)" of type "Int!" is required, but it was not provided.
          at 1:16
        Argument "Values.mixed(req1:)" of type "Int!" is required, but it was not provided.
          at 1:32
        Argument "Values.mixed(req2:)" of type "Int!" is required, but it was not provided.
          at 1:32
        Argument "Values.intRequired(arg:)" of type "Int!" is required, but it was not provided.
          at 1:47
        Argument "Query.message(id:)" of type "ID!" is required, but it was not provided.
          at 1:71
        """);

    [Fact]
    public void Missing_arguments_of_directives_are_refused() => Invalid(
        "{ me @skip { id @cost(factor: 2) @include } }",
        """
        Argument "@skip(if:)" of type "Boolean!" is required, but it was not provided.
          at 1:6
        Argument "@cost(weight:)" of type "Int!" is required, but it was not provided.
          at 1:17
        Argument "@include(if:)" of type "Boolean!" is required, but it was not provided.
          at 1:34
        """);

    [Fact]
    public void Inner_mistakes_come_first() => Invalid(
        "{ message { reaction @skip } }",
        """
        Argument "@skip(if:)" of type "Boolean!" is required, but it was not provided.
          at 1:22
        Argument "Message.reaction(emoji:)" of type "String!" is required, but it was not provided.
          at 1:13
        Argument "Query.message(id:)" of type "ID!" is required, but it was not provided.
          at 1:3
        """);
}
