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

    /// <summary>Expects these errors, as <see cref="ErrorText"/> writes them.</summary>
    private protected void Invalid(string document, string errors) => Invalid(ChatSchema.Instance, document, errors);

    private protected void Invalid(Schema schema, string document, string errors) =>
        ErrorText.Of(_validator.Validate(schema, Utf8GraphQLParser.Parse(document))).ShouldBe(errors);
}
