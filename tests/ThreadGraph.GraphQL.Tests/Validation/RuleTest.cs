using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;
using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation;

/// <summary>Tests of one rule alone, against <see cref="ChatSchema"/>.</summary>
public abstract class RuleTest
{
    private readonly DocumentValidator _validator;

    private protected RuleTest(IRule rule) => _validator = new DocumentValidator(new RuleSet(rule));

    private protected void Valid(string document) => Invalid(ChatSchema.Instance, document, "");

    /// <summary>Expects errors: one line for each, its message and in parentheses its places as line:column.</summary>
    private protected void Invalid(string document, string errors) => Invalid(ChatSchema.Instance, document, errors);

    private protected void Valid(Schema schema, string document) => Invalid(schema, document, "");

    private protected void Invalid(Schema schema, string document, string errors) =>
        ErrorText.Of(_validator.Validate(schema, Utf8GraphQLParser.Parse(document))).ShouldBe(errors);
}

/// <summary>Errors as tests write them.</summary>
internal static class ErrorText
{
    public static string Of(IReadOnlyList<IError> errors) => string.Join("\n", errors.Select(Of));

    private static string Of(IError error) => error.Locations.Count == 0
        ? error.Message
        : $"{error.Message} ({string.Join(", ", error.Locations.Select(place => $"{place.Line}:{place.Column}"))})";
}
