using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>
/// Introspection does not go through lists in lists in lists, where the answer multiplies at each step.
/// </summary>
/// <remarks>
/// Not in the specification; graphql-js and HotChocolate refuse such documents too. The introspection queries of common
/// tools go through at most two.
/// </remarks>
internal sealed class MaxIntrospectionDepthRule : IEnter<FieldNode>
{
    private const int MaxLists = 2;

    public void Enter(FieldNode node, ValidationContext context)
    {
        if (node.Name.Value is "__schema" or "__type" && IsTooDeep(node, context.Facts))
        {
            context.Report("Maximum introspection depth exceeded.", node);
        }
    }

    private static bool IsTooDeep(FieldNode root, DocumentFacts facts)
    {
        var deepest = new Dictionary<FragmentDefinitionNode, int>();
        var pending = new Stack<(SelectionSetNode Set, int Lists)>();
        Push(root.SelectionSet, 0);
        while (pending.TryPop(out var current))
        {
            foreach (var selection in current.Set.Selections)
            {
                var lists = current.Lists;
                switch (selection)
                {
                    case FieldNode { Name.Value: "fields" or "interfaces" or "possibleTypes" or "inputFields" } list:
                        if (++lists > MaxLists)
                        {
                            return true;
                        }

                        Push(list.SelectionSet, lists);
                        break;
                    case FieldNode field:
                        Push(field.SelectionSet, lists);
                        break;
                    case InlineFragmentNode inline:
                        Push(inline.SelectionSet, lists);
                        break;
                    case FragmentSpreadNode spread when facts.FindFragment(spread.Name.Value) is { } fragment:
                        if (!deepest.TryGetValue(fragment, out var before) || before < lists)
                        {
                            deepest[fragment] = lists;
                            Push(fragment.SelectionSet, lists);
                        }

                        break;
                }
            }
        }

        return false;

        void Push(SelectionSetNode? set, int lists)
        {
            if (set is not null)
            {
                pending.Push((set, lists));
            }
        }
    }
}
