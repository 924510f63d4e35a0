using System.Collections.Concurrent;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>Writes objects of one object type.</summary>
internal sealed class ObjectCompleter<TValue>(bool isNonNull, SelectionSetPlan selectionSet)
    : CompositeCompleter<TValue>(isNonNull)
{
    public override IReadOnlyList<SelectionSetPlan> SelectionSets { get; } = [selectionSet];

    protected override bool CompleteContent(TValue value, FieldPlan field, Strand strand) =>
        selectionSet.Execute(value!, strand);
}

/// <summary>Writes objects whose type is only known from the value. Spec: Execution, "Resolving Abstract Types".</summary>
internal sealed class AbstractCompleter<TValue>(
    bool isNonNull, string typeName, IReadOnlyList<SelectionSetPlan> selectionSets) : CompositeCompleter<TValue>(isNonNull)
{
    private readonly ConcurrentDictionary<Type, SelectionSetPlan?> _byRuntimeType = new();

    public override IReadOnlyList<SelectionSetPlan> SelectionSets => selectionSets;

    protected override bool CompleteContent(TValue value, FieldPlan field, Strand strand)
    {
        var selectionSet = _byRuntimeType.GetOrAdd(value!.GetType(), Find);
        if (selectionSet is not null)
        {
            return selectionSet.Execute(value, strand);
        }

        strand.Fail(field, new InvalidOperationException(
            $"No object type of \"{typeName}\" stands for {value.GetType()}; annotate one with [ObjectType<T>]."));
        return false;
    }

    private SelectionSetPlan? Find(Type type) =>
        selectionSets.FirstOrDefault(s => s.Type.RuntimeType == type)
        ?? selectionSets.FirstOrDefault(s => s.Type.RuntimeType.IsAssignableFrom(type));
}

/// <summary>Writes lists.</summary>
internal sealed class ListCompleter<TList, TItem>(bool isNonNull, ValueCompleter<TItem> items)
    : CompositeCompleter<TList>(isNonNull) where TList : IEnumerable<TItem>
{
    public override IReadOnlyList<SelectionSetPlan> SelectionSets => items.SelectionSets;

    protected override bool CompleteContent(TList value, FieldPlan field, Strand strand)
    {
        IReadOnlyList<TItem> list;
        try
        {
            // A sequence is read to its end first: what it throws on the way is the failure of the whole list.
            list = value as IReadOnlyList<TItem> ?? [.. value];
        }
        catch (Exception exception)
        {
            strand.Fail(field, exception);
            return false;
        }

        strand.Buffer.WriteByte((byte)'[');
        strand.Push(0);
        var isComplete = CompleteItems(list, field, strand);
        strand.Pop();
        strand.Buffer.WriteByte((byte)']');
        return isComplete;
    }

    private bool CompleteItems(IReadOnlyList<TItem> list, FieldPlan field, Strand strand)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0)
            {
                strand.Buffer.WriteByte((byte)',');
                strand.Replace(i);
            }

            if (!items.Complete(list[i], field, strand))
            {
                return false;
            }
        }

        return true;
    }
}
