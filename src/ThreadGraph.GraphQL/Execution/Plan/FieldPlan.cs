using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>What the compiler knows of a field, whatever the type of its value.</summary>
/// <param name="Index">The field's number in its operation, from 0.</param>
/// <param name="ResponseName">The key in the response.</param>
/// <param name="DeclaringType">The object type that the field is executed on.</param>
/// <param name="Field">The field's definition.</param>
/// <param name="Nodes">The selections merged into it, in document order.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record FieldPlanInfo(
    int Index,
    string ResponseName,
    ObjectType DeclaringType,
    OutputField Field,
    IReadOnlyList<FieldNode> Nodes,
    ArgumentPlan Arguments);

/// <summary>A field of an operation, ready to be executed. Spec: Execution, "Executing Fields".</summary>
internal abstract class FieldPlan(FieldPlanInfo info)
{
    public FieldPlanInfo Info => info;

    public int Index => info.Index;

    public string ResponseName => info.ResponseName;

    public OutputField Field => info.Field;

    public IReadOnlyList<FieldNode> Nodes => info.Nodes;

    public ArgumentPlan Arguments => info.Arguments;

    /// <summary>Resolves the field on an object and writes the value.</summary>
    /// <returns>False when the field must not be null but is, which makes its parent null.</returns>
    public abstract bool Execute(object source, Strand strand);

    /// <summary>The object types that the field's value may have here, with what is selected on each.</summary>
    public virtual IReadOnlyList<SelectionSetPlan> SelectionSets => [];

    /// <summary>The error of a non-null position that came out null. Spec: Execution, "Value Completion".</summary>
    public GraphQLException NullError() => new(
        $"Cannot return null for non-nullable field {info.DeclaringType.Name}.{info.Field.Name}.");
}

/// <summary>A field whose value is the same for every object of its type: <c>__typename</c>.</summary>
internal sealed class ConstantFieldPlan(FieldPlanInfo info, byte[] json) : FieldPlan(info)
{
    public override bool Execute(object source, Strand strand)
    {
        strand.Buffer.WriteRaw(json);
        return true;
    }
}

/// <summary>A field with a value of one .NET type.</summary>
internal abstract class FieldPlan<TValue>(FieldPlanInfo info, ValueCompleter<TValue> completer) : FieldPlan(info)
{
    public override IReadOnlyList<SelectionSetPlan> SelectionSets => completer.SelectionSets;

    /// <summary>Writes a resolved value.</summary>
    protected bool CompleteValue(TValue value, Strand strand)
    {
        strand.Push(ResponseName);
        var isComplete = completer.Complete(value, this, strand);
        strand.Pop();
        return isComplete;
    }

    /// <summary>Reports a failed resolver.</summary>
    protected bool Fail(Exception exception, Strand strand)
    {
        strand.Push(ResponseName);
        strand.Fail(this, exception);
        strand.Pop();
        if (completer.IsNonNull)
        {
            return false;
        }

        strand.Buffer.WriteNull();
        return true;
    }
}

/// <summary>A field that is a property of its object.</summary>
internal sealed class PropertyFieldPlan<TSource, TValue>(
    FieldPlanInfo info, ValueCompleter<TValue> completer, Func<TSource, TValue> property)
    : FieldPlan<TValue>(info, completer) where TSource : class
{
    public override bool Execute(object source, Strand strand)
    {
        TValue value;
        try
        {
            value = property((TSource)source);
        }
        catch (Exception exception)
        {
            return Fail(exception, strand);
        }

        return CompleteValue(value, strand);
    }
}

/// <summary>A field whose resolver answers at once.</summary>
internal sealed class ResolverFieldPlan<TValue>(
    FieldPlanInfo info, ValueCompleter<TValue> completer, Resolver<TValue> resolver) : FieldPlan<TValue>(info, completer)
{
    public override bool Execute(object source, Strand strand)
    {
        TValue value;
        try
        {
            value = resolver(new ResolverCall(source, this, strand));
        }
        catch (Exception exception)
        {
            return Fail(exception, strand);
        }

        return CompleteValue(value, strand);
    }
}

/// <summary>A field whose resolver may have to wait.</summary>
internal sealed class AsyncFieldPlan<TValue>(
    FieldPlanInfo info, ValueCompleter<TValue> completer, Resolver<ValueTask<TValue>> resolver)
    : FieldPlan<TValue>(info, completer)
{
    public override bool Execute(object source, Strand strand)
    {
        ValueTask<TValue> task;
        TValue value;
        try
        {
            task = resolver(new ResolverCall(source, this, strand));
            if (!task.IsCompleted)
            {
                var (hole, fork) = strand.Fork();
                strand.Operation.Scheduler.BeginWait();
                _ = AwaitAsync(task, hole, fork);
                return true;
            }

            value = task.GetAwaiter().GetResult();
        }
        catch (Exception exception)
        {
            return Fail(exception, strand);
        }

        return CompleteValue(value, strand);
    }

    private async Task AwaitAsync(ValueTask<TValue> task, Hole hole, Strand strand)
    {
        try
        {
            var (value, failure) = (default(TValue)!, default(Exception));
            try
            {
                value = await task;
            }
            catch (Exception exception)
            {
                failure = exception;
            }

            Fill(hole, value, failure, strand);
        }
        finally
        {
            strand.Operation.Scheduler.EndWait();
        }
    }

    /// <remarks>
    /// What comes after an enclosing value has become null is passed over, its failure too: that null has its error already.
    /// </remarks>
    private void Fill(Hole hole, TValue value, Exception? failure, Strand strand)
    {
        var isComplete = hole.IsDropped || (failure is null ? CompleteValue(value, strand) : Fail(failure, strand));
        if (hole.IsDropped)
        {
            strand.Segment.Dispose();
            return;
        }

        hole.Content = strand.Segment;
        if (!isComplete)
        {
            hole.Boundary.Nullify();
        }
    }
}
