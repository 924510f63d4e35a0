using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>Executes a plan. Spec: Execution, "Executing Operations".</summary>
internal static class OperationExecution
{
    /// <summary>The source of root fields: static resolvers have no parent.</summary>
    private static readonly object Root = new();

    /// <summary>Executes the operation and answers when every field is there.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static async ValueTask<OperationResult> ExecuteAsync(OperationContext operation)
    {
        var strand = new Strand(operation);
        var outer = strand.EnterNullable();
        var isComplete = operation.Plan.Definition.Operation == OperationType.Mutation
            ? await ExecuteSeriallyAsync(strand)
            : ExecuteAtOnce(strand);
        strand.LeaveNullable(outer, isComplete);
        await operation.Scheduler.RunToEndAsync(operation.RequestAborted);
        operation.RequestAborted.ThrowIfCancellationRequested();
        return new OperationResult(strand.Segment, operation.Errors);
    }

    private static bool ExecuteAtOnce(Strand strand)
    {
        var isComplete = false;
        strand.Operation.Scheduler.Run(
            self => isComplete = self.Operation.Plan.SelectionSet.Execute(Root, self), strand);
        return isComplete;
    }

    /// <summary>Each root field ends before the next begins. Spec: Execution, "Serially".</summary>
    private static async ValueTask<bool> ExecuteSeriallyAsync(Strand strand)
    {
        var operation = strand.Operation;
        var fields = operation.Plan.SelectionSet.Fields;
        strand.Buffer.WriteByte((byte)'{');
        for (var i = 0; i < fields.Length; i++)
        {
            var field = fields[i];
            if (i > 0)
            {
                strand.Buffer.WriteByte((byte)',');
            }

            strand.Buffer.WriteRaw(field.Key);
            var isComplete = false;
            operation.Scheduler.Run(self => isComplete = field.Execute(Root, self), strand);
            await operation.Scheduler.RunToEndAsync(operation.RequestAborted);
            if (!isComplete)
            {
                return false;
            }
        }

        strand.Buffer.WriteByte((byte)'}');
        return true;
    }
}
