using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;
using ThreadGraph.GraphQL.Validation.FieldMerging;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>
/// What several rules ask about a document as a whole; each fact is worked out once, when first asked for.
/// </summary>
internal sealed class DocumentFacts
{
    private readonly Schema _schema;
    private readonly VariableUsageCollector _collector;
    private readonly Dictionary<string, OperationDefinitionNode> _firstOperations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FragmentDefinitionNode> _firstFragments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FragmentDefinitionNode> _fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<SelectionSetNode, IReadOnlyList<FragmentSpreadNode>> _spreads = [];
    private readonly Dictionary<IDefinitionNode, IReadOnlyList<VariableUsage>> _usages = [];
    private OperationFacts? _operation;
    private FragmentCycles? _cycles;
    private FieldConflicts? _fieldConflicts;

    public DocumentFacts(Schema schema, DocumentNode document)
    {
        _schema = schema;
        _collector = new VariableUsageCollector(schema, document);
        foreach (var definition in document.Definitions)
        {
            switch (definition)
            {
                case OperationDefinitionNode operation:
                    Operations.Add(operation);
                    _ = operation.Name is { } name && _firstOperations.TryAdd(name.Value, operation);
                    break;
                case FragmentDefinitionNode fragment:
                    Fragments.Add(fragment);
                    _firstFragments.TryAdd(fragment.Name.Value, fragment);
                    _fragments[fragment.Name.Value] = fragment;
                    break;
            }
        }
    }

    /// <summary>The operations in source order.</summary>
    public List<OperationDefinitionNode> Operations { get; } = [];

    /// <summary>The fragment definitions in source order, repeated names included.</summary>
    public List<FragmentDefinitionNode> Fragments { get; } = [];

    /// <summary>The cycles that fragments make.</summary>
    public FragmentCycles Cycles => _cycles ??= new FragmentCycles(this);

    /// <summary>The fields that cannot share their response name.</summary>
    public FieldConflicts FieldConflicts => _fieldConflicts ??= new FieldConflicts(_schema, this);

    /// <summary>The fragment that a spread means: the last one of a repeated name, as in graphql-js.</summary>
    public FragmentDefinitionNode? FindFragment(string name) => _fragments.GetValueOrDefault(name);

    /// <summary>The first operation of a name that the document has.</summary>
    public OperationDefinitionNode FirstOperation(string name) => _firstOperations[name];

    /// <summary>The first fragment of a name that the document has.</summary>
    public FragmentDefinitionNode FirstFragment(string name) => _firstFragments[name];

    /// <summary>The spreads inside a selection set at any depth, those of the spread fragments excluded.</summary>
    /// <remarks>
    /// Order, as in graphql-js: those of the set itself, then those of its nested sets, the last nested set first.
    /// Which spread closes a cycle, and which usage of a variable is named first, depends on it.
    /// </remarks>
    public IReadOnlyList<FragmentSpreadNode> SpreadsIn(SelectionSetNode set)
    {
        if (!_spreads.TryGetValue(set, out var spreads))
        {
            _spreads[set] = spreads = FindSpreads(set);
        }

        return spreads;
    }

    /// <summary>The places where a definition itself uses variables, in source order.</summary>
    public IReadOnlyList<VariableUsage> UsagesIn(IDefinitionNode definition)
    {
        if (!_usages.TryGetValue(definition, out var usages))
        {
            _usages[definition] = usages = _collector.Collect(definition);
        }

        return usages;
    }

    /// <summary>
    /// Facts about an operation; kept for the last one asked about, as rules ask operation by operation.
    /// </summary>
    public OperationFacts Of(OperationDefinitionNode operation) =>
        _operation?.Operation == operation ? _operation : _operation = new OperationFacts(_schema, this, operation);

    /// <summary>The fragments that selection sets lead to, nearest first, each once.</summary>
    public List<FragmentDefinitionNode> ReferencedFragments(IEnumerable<OperationDefinitionNode> operations)
    {
        var known = new HashSet<FragmentDefinitionNode>();
        var found = new List<FragmentDefinitionNode>();
        foreach (var operation in operations)
        {
            Follow(operation.SelectionSet);
        }

        for (var i = 0; i < found.Count; i++)
        {
            Follow(found[i].SelectionSet);
        }

        return found;

        void Follow(SelectionSetNode set)
        {
            foreach (var spread in SpreadsIn(set))
            {
                if (FindFragment(spread.Name.Value) is { } fragment && known.Add(fragment))
                {
                    found.Add(fragment);
                }
            }
        }
    }

    private static List<FragmentSpreadNode> FindSpreads(SelectionSetNode root)
    {
        var spreads = new List<FragmentSpreadNode>();
        var pending = new Stack<SelectionSetNode>([root]);
        while (pending.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                switch (selection)
                {
                    case FragmentSpreadNode spread:
                        spreads.Add(spread);
                        break;
                    case FieldNode { SelectionSet: { } nested }:
                        pending.Push(nested);
                        break;
                    case InlineFragmentNode inline:
                        pending.Push(inline.SelectionSet);
                        break;
                }
            }
        }

        return spreads;
    }
}
