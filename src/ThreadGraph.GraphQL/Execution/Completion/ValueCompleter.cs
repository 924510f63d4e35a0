namespace ThreadGraph.GraphQL.Execution;

/// <summary>Writes values of one .NET type as one GraphQL type. Spec: Execution, "Value Completion".</summary>
internal abstract class ValueCompleter<TValue>(bool isNonNull)
{
    /// <summary>Whether null is an error here.</summary>
    public bool IsNonNull => isNonNull;

    /// <summary>What is selected below the value, for each object type it may have.</summary>
    public virtual IReadOnlyList<SelectionSetPlan> SelectionSets => [];

    /// <summary>Writes a value, or null where that is allowed.</summary>
    /// <returns>False when the position must not be null but is.</returns>
    public bool Complete(TValue value, FieldPlan field, Strand strand)
    {
        if (IsNull(value))
        {
            if (IsNonNull)
            {
                strand.Fail(field, field.NullError());
                return false;
            }

            strand.Buffer.WriteNull();
            return true;
        }

        return CompleteNotNull(value, field, strand);
    }

    /// <summary>Whether a value stands for null.</summary>
    protected virtual bool IsNull(TValue value) => value is null;

    /// <summary>Writes a value that is not null.</summary>
    protected abstract bool CompleteNotNull(TValue value, FieldPlan field, Strand strand);
}

/// <summary>Writes composite values, which errors inside can make null.</summary>
internal abstract class CompositeCompleter<TValue>(bool isNonNull) : ValueCompleter<TValue>(isNonNull)
{
    protected sealed override bool CompleteNotNull(TValue value, FieldPlan field, Strand strand)
    {
        if (IsNonNull)
        {
            return CompleteContent(value, field, strand);
        }

        var outer = strand.EnterNullable();
        strand.LeaveNullable(outer, CompleteContent(value, field, strand));
        return true;
    }

    /// <summary>Writes what is inside.</summary>
    /// <returns>False when a non-null position inside was null.</returns>
    protected abstract bool CompleteContent(TValue value, FieldPlan field, Strand strand);
}
