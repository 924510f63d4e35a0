using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>A subscription selects one root field, which is not conditional and not a meta-field.</summary>
/// <remarks>Spec: Validation, "Single Root Field".</remarks>
internal sealed class SingleFieldSubscriptionsRule : IEnter<OperationDefinitionNode>
{
    public void Enter(OperationDefinitionNode node, ValidationContext context)
    {
        if (node.Operation != OperationType.Subscription || context.Schema.SubscriptionType is not { } root)
        {
            return;
        }

        var subject = node.Name is { } name ? $"Subscription \"{name.Value}\"" : "Anonymous Subscription";
        var selection = new RootSelection(context, root, node.SelectionSet);
        if (selection.Conditions.Count > 0)
        {
            context.Report(
                $"{subject} must not use `@skip` or `@include` directives in the top level selection.",
                [.. selection.Conditions]);
            return;
        }

        ReportCount(node, subject, selection.Fields, context);
        foreach (var (_, fields) in selection.Fields)
        {
            if (fields[0].Name.Value.StartsWith("__", StringComparison.Ordinal))
            {
                context.Report($"{subject} must not select an introspection top level field.", [.. fields]);
            }
        }
    }

    private static void ReportCount(
        OperationDefinitionNode node,
        string subject,
        OrderedDictionary<string, List<FieldNode>> fields,
        ValidationContext context)
    {
        if (fields.Count == 0)
        {
            context.Report($"{subject} must select one top level field.", node.SelectionSet);
        }
        else if (fields.Count > 1)
        {
            context.Report(
                $"{subject} must select only one top level field.",
                [.. fields.Values.Skip(1).SelectMany(same => same)]);
        }
    }

    /// <summary>The root fields by response name, as <c>CollectSubscriptionFields</c> finds them.</summary>
    private sealed class RootSelection
    {
        private readonly ValidationContext _context;
        private readonly ObjectType _root;
        private readonly HashSet<string> _spread = new(StringComparer.Ordinal);

        /// <summary>
        /// Sets that are being read, innermost on top, so that a chain of fragments needs no deep stack.
        /// </summary>
        private readonly Stack<(SelectionSetNode Set, int Next)> _open = [];

        public RootSelection(ValidationContext context, ObjectType root, SelectionSetNode set)
        {
            _context = context;
            _root = root;
            _open.Push((set, 0));
            while (_open.TryPop(out var current))
            {
                if (current.Next < current.Set.Selections.Count)
                {
                    _open.Push((current.Set, current.Next + 1));
                    Collect(current.Set.Selections[current.Next]);
                }
            }
        }

        public OrderedDictionary<string, List<FieldNode>> Fields { get; } = new(StringComparer.Ordinal);

        /// <summary>The <c>@skip</c> and <c>@include</c> on the way to the root fields.</summary>
        public List<DirectiveNode> Conditions { get; } = [];

        private void Collect(ISelectionNode selection)
        {
            var condition = Find(selection, "skip") ?? Find(selection, "include");
            if (condition is not null)
            {
                Conditions.Add(condition);
                return;
            }

            switch (selection)
            {
                case FieldNode field:
                    Add(field);
                    break;
                case InlineFragmentNode inline when Applies(inline.TypeCondition):
                    _open.Push((inline.SelectionSet, 0));
                    break;
                case FragmentSpreadNode spread
                    when _context.Facts.FindFragment(spread.Name.Value) is { } fragment
                    && Applies(fragment.TypeCondition)
                    && _spread.Add(spread.Name.Value):
                    _open.Push((fragment.SelectionSet, 0));
                    break;
            }
        }

        private void Add(FieldNode field)
        {
            if (!Fields.TryGetValue(field.ResponseName, out var same))
            {
                Fields.Add(field.ResponseName, same = []);
            }

            same.Add(field);
        }

        private static DirectiveNode? Find(ISelectionNode selection, string name) =>
            selection.Directives.FirstOrDefault(directive => directive.Name.Value == name);

        private bool Applies(NamedTypeNode? condition) =>
            condition is null
            || (_context.Schema.TryGetType(condition.Name.Value, out var type)
                && _context.Schema.GetPossibleTypes(type).Contains(_root));
    }
}
