using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation;

public sealed class DocumentValidatorTests
{
    private const string Advice = "Use different aliases on the fields to fetch both if this was intentional.";

    [Fact]
    public void A_document_that_uses_everything_well_is_valid() => Validate("""
        query Overview($id: ID!, $first: Int = 5, $yes: Boolean! = true, $filter: Filter) @trace(label: "a") {
          message(id: $id) { ...MessageParts replies(first: $first) { ...MessageParts parent { id } } }
          me { ...AccountParts timeline { __typename ... on Node { id } ... on Notice { severity } } }
          values { filter(arg: $filter) target(arg: { thread: $id }) any(arg: { free: [$first, HTML, null] }) }
          __schema { queryType { name @skip(if: $yes) } }
        }
        "Writes."
        mutation Send($text: String) { send(text: $text) { ...MessageParts @include(if: true) } }
        subscription Sent { messageSent { ...MessageParts } }
        fragment MessageParts on Message { id text(format: HTML) sentBy { ...AccountParts } editedBy { id } }
        fragment AccountParts on Account { id name role }
        """).ShouldBe("");

    [Fact]
    public void Every_rule_reports_in_document_order() => Validate("""
        query Q($a: Int, $b: Nope) @nope {
          me { id: name id frends(x: $c) }
          values { int(arg: "1") filter(arg: { required: 5, required: 6 }) two(req1: 1, req1: 2) }
          post { ... on Robot { model } ...F ...G }
        }
        query Q { me { id { x } } }
        { message }
        mutation M { send @skip @skip(if: true) { id } }
        subscription S { counter messageSent { id } }
        fragment F on Message { ...F text(trim: $a) }
        fragment H on Int { x }
        type T { id: ID }
        """).ShouldBe($$"""
        The "T" definition is not executable.
          at 12:1
        Variable "$c" is not defined by operation "Q".
          at 2:30, 1:1
        Variable "$b" is never used in operation "Q".
          at 1:18
        Unknown type "Nope". Did you mean "Node"?
          at 1:22
        Unknown directive "@nope".
          at 1:28
        Fields "id" conflict because "name" and "id" are different fields. {{Advice}}
          at 2:8, 2:17
        Cannot query field "frends" on type "Account". Did you mean "friends"?
          at 2:20
        Int cannot represent non-integer value: "1"
          at 3:21
        Boolean cannot represent a non boolean value: 6
          at 3:63
        There can be only one input field named "required".
          at 3:40, 3:53
        There can be only one argument named "req1".
          at 3:72, 3:81
        Argument "Values.two(req2:)" of type "Int!" is required, but it was not provided.
          at 3:68
        Fragment cannot be spread here as objects of type "Post" can never be of type "Robot".
          at 4:10
        Unknown fragment "G".
          at 4:41
        Variable "$a" of type "Int" used in position expecting type "Boolean".
          at 1:9, 10:41
        There can be only one operation named "Q".
          at 1:7, 6:7
        Field "id" must not have a selection since type "ID!" has no subfields.
          at 6:19
        This anonymous operation must be the only defined operation.
          at 7:1
        Field "message" of type "Message" must have a selection of subfields. Did you mean "message { ... }"?
          at 7:3
        Argument "Query.message(id:)" of type "ID!" is required, but it was not provided.
          at 7:3
        The directive "@skip" can only be used once at this location.
          at 8:19, 8:25
        Argument "@skip(if:)" of type "Boolean!" is required, but it was not provided.
          at 8:19
        Subscription "S" must select only one top level field.
          at 9:26
        Cannot spread fragment "F" within itself.
          at 10:25
        Fragment "H" cannot condition on non composite type "Int".
          at 11:15
        Fragment "H" is never used.
          at 11:1
        """);

    [Fact]
    public void Errors_carry_the_code_of_validation() =>
        new DocumentValidator().Validate(ChatSchema.Instance, Utf8GraphQLParser.Parse("{ mee { id } }"))
            .Select(error => error.Code)
            .ShouldBe(["GRAPHQL_VALIDATION_FAILED"]);

    [Fact]
    public void A_hundred_errors_are_reported()
    {
        var errors = Errors(100);

        errors.Count.ShouldBe(100);
        errors[99].Message.ShouldBe("Cannot query field \"x99\" on type \"Query\".");
    }

    [Fact]
    public void After_a_hundred_errors_checking_stops_and_says_so()
    {
        var errors = Errors(5000);

        errors.Count.ShouldBe(101);
        errors[99].Message.ShouldBe("Cannot query field \"x99\" on type \"Query\".");
        errors[100].Message.ShouldBe("Too many validation errors, error limit reached. Validation aborted.");
        errors[100].Code.ShouldBe("GRAPHQL_VALIDATION_FAILED");
        errors[100].Locations.ShouldBeEmpty();
    }

    [Fact]
    public void After_a_hundred_errors_no_further_definition_is_looked_at()
    {
        var document = $"{Repeat(102, _ => "query A { me { id } } ")} query B {{ me {{ id }} }}";
        var looked = new List<string?>();
        var context = new ValidationContext(ChatSchema.Instance, Utf8GraphQLParser.Parse(document));

        new DocumentWalker(new RuleSet(new UniqueOperationNamesRule(), new Note(looked)), context).Walk();

        (context.Errors.Count, looked.Count).ShouldBe((101, 102));
    }

    [Fact]
    public void An_error_names_at_most_a_hundred_places()
    {
        var document = $"{{ account({string.Concat(Enumerable.Repeat("id: 1 ", 150))}) {{ id }} }}";

        new DocumentValidator().Validate(ChatSchema.Instance, Utf8GraphQLParser.Parse(document))
            .ShouldHaveSingleItem()
            .Locations.Count.ShouldBe(100);
    }

    [Fact]
    public void Columns_count_UTF_16_code_units() => Validate("""
        { values { string(arg: "你好🙂") strin } }
        """).ShouldBe("""
        Cannot query field "strin" on type "Values". Did you mean "string" or "strings"?
          at 1:32
        """);

    [Fact]
    public void Fragments_longer_than_the_stack_are_walked_to_the_end() =>
        Validate(
            "{ me { ...F0 } }" + Repeat(20_000, i => $"fragment F{i} on Account {{ ...F{i + 1} }}") +
            "fragment F20000 on Account { friends { ...F0 } }",
            ParserOptions.Unlimited)
        .ShouldStartWith("Cannot spread fragment \"F0\" within itself via \"F1\", \"F2\", ");

    private sealed class Note(List<string?> operations) : IEnter<OperationDefinitionNode>
    {
        public void Enter(OperationDefinitionNode node, ValidationContext context) => operations.Add(node.Name?.Value);
    }

    private static string Validate(string document, ParserOptions? options = null) =>
        ErrorText.Of(new DocumentValidator().Validate(
            ChatSchema.Instance, Utf8GraphQLParser.Parse(document, options)));

    private static IReadOnlyList<IError> Errors(int count) => new DocumentValidator().Validate(
        ChatSchema.Instance,
        Utf8GraphQLParser.Parse($"{{ {Repeat(count, i => $"x{i} ")} }}", ParserOptions.Unlimited));

    private static string Repeat(int count, Func<int, string> part) =>
        string.Concat(Enumerable.Range(0, count).Select(part));
}
