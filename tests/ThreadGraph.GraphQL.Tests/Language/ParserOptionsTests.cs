using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Tests.Language;

public class ParserOptionsTests
{
    [Fact]
    public void The_defaults_are_those_that_the_documentation_names()
    {
        var options = ParserOptions.Default;
        options.MaxAllowedNodes.ShouldBe(int.MaxValue);
        options.MaxAllowedTokens.ShouldBe(15_000);
        options.MaxAllowedFields.ShouldBe(2048);
        options.MaxAllowedRecursionDepth.ShouldBe(200);
        int[] others =
        [
            options.MaxAllowedBytes, options.MaxAllowedAliases, options.MaxAllowedDirectives, options.MaxAllowedFragments,
            options.MaxAllowedVariables, options.MaxAllowedListItems, options.MaxAllowedNameLength,
        ];
        others.ShouldAllBe(static limit => limit == int.MaxValue);
    }

    [Fact]
    public void A_limit_below_1_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new ParserOptions(maxAllowedTokens: 0));

    [Fact(DisplayName = "a document of exactly the limit is read, one beyond is refused")]
    public void Tokens_beyond_the_limit_are_refused() => Limited(
        new ParserOptions(maxAllowedTokens: 4),
        "{ a b } # comment, commas ,,,",
        "{ a b c }",
        "Document contains more than 4 tokens.",
        "MaxAllowedTokens",
        4,
        column: 9);

    [Fact(DisplayName = "fields are counted as written, in every fragment")]
    public void Fields_beyond_the_limit_are_refused() => Limited(
        new ParserOptions(maxAllowedFields: 2),
        "{ a ...F } fragment F on T { b }",
        "{ a ...F } fragment F on T { b c }",
        "Document contains more than 2 fields.",
        "MaxAllowedFields",
        2,
        column: 32);

    [Fact(DisplayName = "nodes are counted with their names")]
    public void Nodes_beyond_the_limit_are_refused() => Limited(
        new ParserOptions(maxAllowedNodes: 6),
        "{ a b }",
        "{ a b: b }",
        "Document contains more than 6 nodes.",
        "MaxAllowedNodes",
        6,
        column: 1);

    [Fact(DisplayName = "aliases are counted in the whole document")]
    public void Aliases_beyond_the_limit_are_refused() => Limited(
        new ParserOptions(maxAllowedAliases: 2),
        "{ a: b c: d e } fragment F on T { f }",
        "{ a: b c: d e } fragment F on T { f: g }",
        "Document contains more than 2 aliases.",
        "MaxAllowedAliases",
        2,
        column: 35);

    [Theory(DisplayName = "directives are counted by the place that they are applied to")]
    [InlineData("{ a @x @y b @x @y }", "{ a @x @y @z }", 11)]
    [InlineData("query @x @y { a }", "query @x @y @z { a }", 13)]
    [InlineData("{ ...F @x @y }", "{ ... @x @y @z { a } }", 13)]
    public void Directives_beyond_the_limit_are_refused(string allowed, string refused, int column) => Limited(
        new ParserOptions(maxAllowedDirectives: 2),
        allowed,
        refused,
        "Document contains more than 2 directives in one place.",
        "MaxAllowedDirectives",
        2,
        column);

    [Theory(DisplayName = "fragments are counted whatever their form")]
    [InlineData("{ ...F ...G ...F }", 13)]
    [InlineData("{ ... { a } ...F } fragment F on T { a }", 20)]
    public void Fragments_beyond_the_limit_are_refused(string refused, int column) => Limited(
        new ParserOptions(maxAllowedFragments: 2),
        "{ ...F } fragment F on T { a }",
        refused,
        "Document contains more than 2 fragments.",
        "MaxAllowedFragments",
        2,
        column);

    [Fact(DisplayName = "variables are counted in the whole document")]
    public void Variables_beyond_the_limit_are_refused() => Limited(
        new ParserOptions(maxAllowedVariables: 2),
        "query($a: T $b: T) { c }",
        "query A($a: T $b: T) { c } query B($a: T) { c }",
        "Document contains more than 2 variables.",
        "MaxAllowedVariables",
        2,
        column: 36);

    [Fact(DisplayName = "items are counted in each list by itself")]
    public void List_items_beyond_the_limit_are_refused() => Limited(
        new ParserOptions(maxAllowedListItems: 2),
        "{ a(b: [[1, 2], [3, 4]]) }",
        "{ a(b: [[1, 2], [3, 4, 5]]) }",
        "Document contains more than 2 items in one list.",
        "MaxAllowedListItems",
        2,
        column: 17);

    [Theory(DisplayName = "a name is as long as allowed, wherever it stands")]
    [InlineData("{ abcd }", 3)]
    [InlineData("{ abcd: a }", 3)]
    [InlineData("query abcd { a }", 7)]
    [InlineData("query($abcd: T) { a }", 8)]
    [InlineData("{ a(abcd: 1) }", 5)]
    [InlineData("{ a(b: { abcd: 1 }) }", 10)]
    [InlineData("{ ...abcd }", 6)]
    [InlineData("{ a @abcd }", 6)]
    public void Names_beyond_the_limit_are_refused(string refused, int column) => Limited(
        new ParserOptions(maxAllowedNameLength: 3),
        "query abc($abc: T) { abc: a(b: { abc: 1 }) @abc }",
        refused,
        "Document contains a name of more than 3 characters.",
        "MaxAllowedNameLength",
        3,
        column);

    [Fact(DisplayName = "a document that is too large is not looked at")]
    public void Bytes_beyond_the_limit_are_refused()
    {
        var options = new ParserOptions(maxAllowedBytes: 5);
        Utf8GraphQLParser.Parse("{ a }", options).Definitions.ShouldNotBeEmpty();

        var error = Should.Throw<SyntaxLimitException>(() => Utf8GraphQLParser.Parse("{ a } # long", options));
        error.Message.ShouldBe("Syntax Error: Document is larger than 5 bytes. Parsing aborted.");
        (error.Setting, error.Limit, error.Actual).ShouldBe(("MaxAllowedBytes", 5, 12L));
    }

    [Theory(DisplayName = "every kind of nesting counts as a level")]
    [InlineData("{ a { b } }", "{ a { b { c } } }", 9)]
    [InlineData("{ ... { b } }", "{ ... { ... { c } } }", 13)]
    [InlineData("{ a(x: []) }", "{ a(x: [[]]) }", 9)]
    [InlineData("{ a(x: {}) }", "{ a(x: { y: {} }) }", 13)]
    [InlineData("query ($a: [[Int]]) { b }", "query ($a: [[[Int]]]) { b }", 14)]
    [InlineData("type T { a: [[Int]] b: [[Int]] }", "type T { a: [[[Int]]] }", 15)]
    public void Nesting_beyond_the_limit_is_refused(string allowed, string refused, int column) => Limited(
        new ParserOptions(maxAllowedRecursionDepth: 2),
        allowed,
        refused,
        "Document is nested more than 2 levels deep.",
        "MaxAllowedRecursionDepth",
        2,
        column);

    [Theory(DisplayName = "a hundred thousand levels are refused like one too many")]
    [InlineData("{a", "", "")]
    [InlineData("{...", "", "")]
    [InlineData("[", "{a(x:", "")]
    [InlineData("{a:", "{a(x:", "")]
    [InlineData("[", "query($a:", "")]
    [InlineData("{a ", "", "}")]
    public void A_hundred_thousand_levels_are_refused(string level, string before, string after)
    {
        var document = before + string.Concat(Enumerable.Repeat(level, 100_000)) + after;
        var error = Should.Throw<SyntaxLimitException>(() => Utf8GraphQLParser.Parse(document));
        (error.Setting, error.Limit, error.Actual).ShouldBe(("MaxAllowedRecursionDepth", 200, 201L));
    }

    [Theory(DisplayName = "without a limit the stack itself is one")]
    [InlineData("{a", "")]
    [InlineData("[", "{a(x:")]
    [InlineData("[", "query($a:")]
    public void Without_a_limit_the_stack_itself_is_one(string level, string before)
    {
        var document = before + string.Concat(Enumerable.Repeat(level, 1_000_000));
        var error = Should.Throw<SyntaxLimitException>(
            () => Utf8GraphQLParser.Parse(document, ParserOptions.Unlimited));
        error.Setting.ShouldBe("MaxAllowedRecursionDepth");
    }

    private static void Limited(
        ParserOptions options, string allowed, string refused, string message, string setting, int limit, int column)
    {
        Utf8GraphQLParser.Parse(allowed, options).Definitions.ShouldNotBeEmpty();

        var error = Should.Throw<SyntaxLimitException>(() => Utf8GraphQLParser.Parse(refused, options));
        error.Message.ShouldBe($"Syntax Error: {message} Parsing aborted.");
        error.Position.ShouldBe(new SourcePosition(1, column));
        (error.Setting, error.Limit, error.Actual).ShouldBe((setting, limit, limit + 1L));
    }
}
