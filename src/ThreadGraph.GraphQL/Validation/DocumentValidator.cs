using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>Tells whether a document can be executed against a schema.</summary>
/// <remarks>Spec: Validation. Safe for use by several threads.</remarks>
public sealed class DocumentValidator
{
    private readonly RuleSet _rules;

    /// <summary>A validator with every rule of the specification.</summary>
    public DocumentValidator() : this(RuleSet.Specified)
    {
    }

    internal DocumentValidator(RuleSet rules) => _rules = rules;

    /// <summary>Checks a document.</summary>
    /// <returns>
    /// The errors, empty for a valid document: each with code <see cref="ErrorCodes.ValidationFailed"/>, in document
    /// order. After 100 errors one more says that checking stopped there.
    /// </returns>
    public IReadOnlyList<IError> Validate(Schema schema, DocumentNode document)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(document);
        var context = new ValidationContext(schema, document);
        new DocumentWalker(_rules, context).Walk();
        return context.Errors;
    }
}
