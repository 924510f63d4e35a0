using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>
/// What a rule may ask: the schema, the document, where the walk stands; and whom it tells what is wrong.
/// </summary>
internal sealed class ValidationContext(Schema schema, DocumentNode document)
{
    /// <summary>The most errors that are reported; one more says that there were more.</summary>
    public const int MaxErrors = 100;

    /// <summary>The most places that one error names; only a document made to do so has more to name.</summary>
    private const int MaxLocations = 100;

    /// <summary>The most types that one error suggests, as with other suggestions.</summary>
    private const int MaxTypesNamed = 5;

    private readonly List<IError> _errors = [];
    private DocumentFacts? _facts;

    public Schema Schema { get; } = schema;

    public DocumentNode Document { get; } = document;

    /// <summary>What is known about the document as a whole; worked out when first asked for.</summary>
    public DocumentFacts Facts => _facts ??= new DocumentFacts(Schema, Document);

    public IReadOnlyList<IError> Errors => _errors;

    /// <summary>Whether there were too many errors, so that looking further serves nobody.</summary>
    public bool IsAborted { get; private set; }

    /// <summary>
    /// The composite type whose fields the innermost selection set selects; null where it is unknown.
    /// </summary>
    public ITypeDefinition? ParentType { get; set; }

    /// <summary>The type of the innermost operation, fragment or field; null where it is unknown.</summary>
    public IType? Type { get; set; }

    /// <summary>The definition of the innermost field; null where it is unknown.</summary>
    public OutputField? Field { get; set; }

    /// <summary>The applied directive around; null outside of one.</summary>
    public DirectiveNode? AppliedDirective { get; set; }

    /// <summary>The definition of the argument around; null where it is unknown.</summary>
    public InputField? Argument { get; set; }

    /// <summary>The type that the value is expected to have; null where it is unknown.</summary>
    public IType? InputType { get; set; }

    /// <summary>What the directive around is applied to.</summary>
    public DirectiveLocation DirectiveLocation { get; set; }

    /// <summary>Reports what is wrong, and the nodes that show it, the telling one first.</summary>
    public void Report(string message, params ReadOnlySpan<ISyntaxNode> nodes)
    {
        if (IsAborted)
        {
            return;
        }

        IsAborted = _errors.Count == MaxErrors;
        if (IsAborted)
        {
            message = "Too many validation errors, error limit reached. Validation aborted.";
            nodes = [];
        }

        var locations = new SourcePosition[Math.Min(nodes.Length, MaxLocations)];
        for (var i = 0; i < locations.Length; i++)
        {
            locations[i] = Document.GetPosition(nodes[i]);
        }

        _errors.Add(new Error(message) { Code = ErrorCodes.ValidationFailed, Locations = locations });
    }

    /// <summary>
    /// A sentence that names what may have been meant, or nothing. Every rule that suggests asks here.
    /// </summary>
    /// <param name="input">The name that was not found.</param>
    /// <param name="options">The names that exist.</param>
    public string DidYouMean(string input, IEnumerable<string> options) =>
        Schema.Suggestions.DidYouMean("", input, options);

    /// <summary>A sentence that names the types to narrow to, or nothing where there are none.</summary>
    public string DidYouMeanToNarrowTo(IReadOnlyList<string> types) =>
        types.Count == 0 || !Schema.Suggestions.AreEnabled
            ? ""
            : $" Did you mean to use an inline fragment on {Suggestions.Or([.. types.Take(MaxTypesNamed)])}?";
}
