using System.Collections.Concurrent;
using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>A parsed and validated document, and the plans of its operations that have been needed so far.</summary>
internal sealed class CachedDocument(DocumentNode document)
{
    /// <summary>One plan per outcome of the conditions; a client that tries many is served without keeping more.</summary>
    private const int MostPlans = 64;

    /// <summary>The fields of all kept plans but the first; so a large document keeps few plans.</summary>
    private const int MostFields = 1024;

    /// <summary>The fields of a plan that is kept however short its document is.</summary>
    private const int FewFields = 256;

    /// <summary>What a field as written takes or more, with its name and what stands around it.</summary>
    private const int BytesOfField = 4;

    private readonly ConcurrentDictionary<(OperationDefinitionNode, ulong), OperationPlan> _plans = new();
    private readonly ConcurrentDictionary<OperationDefinitionNode, int[]> _conditions = new();

    private int _fields;

    public DocumentNode Document => document;

    /// <summary>Whether it was asked for since the last sweep of the cache.</summary>
    public bool IsUsed { get; set; } = true;

    /// <summary>The plan for an operation under the conditions that its variables give.</summary>
    public OperationPlan GetPlan(
        OperationDefinitionNode operation,
        IReadOnlyList<object?> variables,
        OperationCompiler compiler,
        RequestContext? context = null)
    {
        if (!_conditions.TryGetValue(operation, out var conditions))
        {
            conditions = _conditions.GetOrAdd(operation, ConditionVariables(operation));
        }

        if (conditions.Length > 64)
        {
            return compiler.Compile(document, operation, variables, context);
        }

        var outcome = 0UL;
        for (var i = 0; i < conditions.Length; i++)
        {
            outcome |= variables[conditions[i]] is true ? 1UL << i : 0;
        }

        if (_plans.TryGetValue((operation, outcome), out var plan))
        {
            return plan;
        }

        plan = compiler.Compile(document, operation, variables, context);
        if (IsInProportion(plan)
            && (_plans.IsEmpty
                || (_plans.Count < MostPlans && Interlocked.Add(ref _fields, plan.FieldCount) <= MostFields)))
        {
            _plans.TryAdd((operation, outcome), plan);
        }

        return plan;
    }

    /// <summary>
    /// The cache counts what documents have in bytes. A fragment that is spread in many places makes a plan of thousands of
    /// fields from few of them; such a plan is made anew each time.
    /// </summary>
    private bool IsInProportion(OperationPlan plan) =>
        plan.FieldCount <= Math.Max(FewFields, document.Source.Length / BytesOfField);

    /// <summary>The places of the variables that some <c>@skip</c> or <c>@include</c> of the document asks for.</summary>
    private int[] ConditionVariables(OperationDefinitionNode operation)
    {
        var names = new HashSet<string>();
        foreach (var definition in document.Definitions.OfType<IExecutableDefinitionNode>())
        {
            AddConditions(definition.SelectionSet, names);
        }

        return
        [
            .. Enumerable.Range(0, operation.VariableDefinitions.Count)
                .Where(i => names.Contains(operation.VariableDefinitions[i].Variable.Name.Value)),
        ];
    }

    private static void AddConditions(SelectionSetNode? selectionSet, HashSet<string> names)
    {
        foreach (var selection in selectionSet?.Selections ?? [])
        {
            foreach (var directive in selection.Directives.Where(static d => d.Name.Value is "skip" or "include"))
            {
                foreach (var argument in directive.Arguments)
                {
                    if (argument.Value is VariableNode variable)
                    {
                        names.Add(variable.Name.Value);
                    }
                }
            }

            AddConditions((selection as FieldNode)?.SelectionSet ?? (selection as InlineFragmentNode)?.SelectionSet, names);
        }
    }
}
