using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>The most fields that the answer to an operation can have, by the page sizes that were sent.</summary>
/// <remarks>
/// <para>Every field of every object counts 1, and so does every item of a list of leaves.</para>
/// <para>
/// Selections are looked at once each, from the leaves up, so that the time is linear in the plan whatever the sizes are.
/// The cost of an object is known in two forms: as a whole, and with the levels of its tree still open
/// (<see cref="TreeLevels"/>), for a field that goes on to count them among those of a larger part of the tree.
/// </para>
/// </remarks>
internal sealed class ResultSizeAnalysis(OperationContext operation, long treeSize)
{
    private Dictionary<SelectionSetPlan, ObjectCost>? _objects;

    /// <summary>The size for the whole operation.</summary>
    public long Analyze() => WorkOut(operation.Plan.SelectionSet).Whole;

    private ObjectCost CostOf(SelectionSetPlan set)
    {
        _objects ??= [];
        return _objects.TryGetValue(set, out var known) ? known : _objects[set] = WorkOut(set);
    }

    private ObjectCost WorkOut(SelectionSetPlan set)
    {
        var (own, closed, below) = ((long)set.Fields.Length, 0L, new TreeLevels());
        foreach (var field in set.Fields)
        {
            var arguments = ArgumentsOf(field);
            if (field.SelectionSets.Count == 0)
            {
                own = Saturating.Add(own, field.Field.Type.NullableType() is ListType ? ListSize.Of(field, arguments, treeSize) : 0);
            }
            else if (field.Field.IsRecursive || field.Field.IsFlattened)
            {
                var (items, wrapper) = ItemsOf(field, arguments, isOpen: true);
                own = Saturating.Add(own, wrapper);
                closed = Saturating.Add(closed, items.Close(treeSize, isEachOnce: field.Field.IsRecursive));
                below.AddBelow(items, 1, 0);
            }
            else
            {
                var (items, wrapper) = ItemsOf(field, arguments, isOpen: false);
                own = Saturating.Add(own, Saturating.Add(wrapper, items.Close(Saturating.Most, isEachOnce: false)));
            }
        }

        return new ObjectCost(own, Saturating.Add(own, closed), below);
    }

    /// <summary>The objects that a field leads to, and what stands between it and them.</summary>
    private (TreeLevels Items, long Wrapper) ItemsOf(FieldPlan field, object?[]? arguments, bool isOpen)
    {
        var (items, wrapper) = (new TreeLevels(), 0L);
        var size = field.Field.Paging is null ? ListSize.Of(field, arguments, treeSize) : 0;
        foreach (var set in field.SelectionSets)
        {
            var ofType = new TreeLevels();
            if (field.Field.Paging is { } paging)
            {
                wrapper = Math.Max(
                    wrapper, AddPage(set, ListSize.OfPage(field.Arguments, arguments, paging), ofType, isOpen));
            }
            else
            {
                AddItems(set, size, ofType, isOpen);
            }

            items.Max(ofType);
        }

        return (items, wrapper);
    }

    /// <summary>A page: its lists hold as many items as it has, each with what is selected around the node.</summary>
    /// <returns>What the page itself costs, without its items.</returns>
    private long AddPage(SelectionSetPlan connection, long size, TreeLevels items, bool isOpen)
    {
        var own = (long)connection.Fields.Length;
        foreach (var field in connection.Fields)
        {
            var isList = field.Field.Type.NullableType() is ListType;
            if (isList && field.SelectionSets.Count == 0)
            {
                items.Add(0, size, 1);
            }

            foreach (var set in field.SelectionSets)
            {
                if (!isList)
                {
                    own = Saturating.Add(own, CostOf(set).Whole);
                }
                else if (field.Field.Name == "edges")
                {
                    AddEdges(set, size, items, isOpen);
                }
                else
                {
                    AddItems(set, size, items, isOpen);
                }
            }
        }

        return own;
    }

    private void AddEdges(SelectionSetPlan edge, long size, TreeLevels items, bool isOpen)
    {
        items.Add(0, Saturating.Multiply(size, edge.Fields.Length), edge.Fields.Length);
        foreach (var set in edge.Fields.SelectMany(static field => field.SelectionSets))
        {
            AddItems(set, size, items, isOpen);
        }
    }

    private void AddItems(SelectionSetPlan set, long size, TreeLevels items, bool isOpen)
    {
        var cost = CostOf(set);
        var perItem = isOpen ? cost.Own : cost.Whole;
        items.Add(0, Saturating.Multiply(size, perItem), perItem);
        if (isOpen)
        {
            items.AddBelow(cost.Below, size, 1);
        }
    }

    /// <summary>Arguments that cannot be used are the field's own error; it then leads to nothing.</summary>
    private object?[]? ArgumentsOf(FieldPlan field)
    {
        try
        {
            return field.Field.Arguments.Count == 0 ? null : operation.Arguments(field);
        }
        catch (GraphQLException)
        {
            return null;
        }
    }

    /// <param name="Own">The object's own fields, with all below that is not of its tree.</param>
    /// <param name="Whole">The same, with all of its tree.</param>
    /// <param name="Below">The levels of its tree below it.</param>
    private readonly record struct ObjectCost(long Own, long Whole, TreeLevels Below);
}
