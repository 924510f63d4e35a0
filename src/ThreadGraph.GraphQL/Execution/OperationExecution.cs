using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>Executes a plan. Spec: Execution, "Executing Operations".</summary>
internal static class OperationExecution
{
    /// <summary>The source of root fields: static resolvers have no parent.</summary>
    public static readonly object Root = new();

    /// <summary>Executes the operation and answers when every field is there.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="root">The source of the root fields: <see cref="Root"/>, or the event of a subscription.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static async ValueTask<OperationResult> ExecuteAsync(OperationContext operation, object root)
    {
        var strand = new Strand(operation);
        var outer = strand.EnterNullable();
        var isComplete = operation.Plan.Definition.Operation == OperationType.Mutation
            ? await ExecuteSeriallyAsync(strand, root)
            : ExecuteAtOnce(strand, root);
        strand.LeaveNullable(outer, isComplete);
        await operation.Scheduler.RunToEndAsync(operation.RequestAborted);
        operation.RequestAborted.ThrowIfCancellationRequested();
        return new OperationResult(strand.Segment, operation.Errors)
        {
            Cost = operation.CostReporter?.Report(operation),
            Extensions = operation.Extensions,
        };
    }

    /// <summary>A query or mutation as a stream of one result.</summary>
    public static async IAsyncEnumerable<OperationResult> ExecuteOnceAsync(OperationContext operation)
    {
        using var execution = operation.RequestContext is { } context
            ? operation.DiagnosticEvents?.ExecuteOperation(context)
            : null;
        yield return await ExecuteAsync(operation, Root);
    }

    private static bool ExecuteAtOnce(Strand strand, object root) => strand.Operation.Scheduler.Run(
        static self => self.strand.Operation.Plan.SelectionSet.Execute(self.root, self.strand), (strand, root));

    /// <summary>
    /// Each root field ends before the next begins; once the root is null, none begins. Spec: Execution, "Serially".
    /// </summary>
    private static async ValueTask<bool> ExecuteSeriallyAsync(Strand strand, object root)
    {
        var operation = strand.Operation;
        var selectionSet = operation.Plan.SelectionSet;
        var fields = selectionSet.Fields;
        operation.ResultSize += fields.Length;
        for (var i = 0; i < fields.Length; i++)
        {
            var field = fields[i];
            selectionSet.WriteKey(i, strand.Buffer);
            var isComplete = operation.Scheduler.Run(
                static call => call.field.Execute(call.root, call.strand), (field, root, strand));
            await operation.Scheduler.RunToEndAsync(operation.RequestAborted);

            // A field that ended just as the caller gave up must not be followed by another effect.
            operation.RequestAborted.ThrowIfCancellationRequested();
            if (!isComplete || strand.IsNulled)
            {
                return false;
            }
        }

        selectionSet.WriteEnd(strand.Buffer);
        return true;
    }
}
