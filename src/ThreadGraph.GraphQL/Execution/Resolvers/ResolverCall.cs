using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.GraphQL.Types;
using ThreadGraph.GraphQL.Types.Pagination;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>A resolver with all its parameters bound: from the object, the arguments and the services to the value.</summary>
internal delegate TValue Resolver<out TValue>(ResolverCall call);

/// <summary>One call of a resolver.</summary>
internal readonly struct ResolverCall(object source, FieldPlan plan, Strand strand)
{
    public object Source => source;

    public FieldPlan Field => plan;

    public OperationContext Operation => strand.Operation;

    public CancellationToken RequestAborted => strand.Operation.RequestAborted;

    /// <summary>The coerced arguments in order of declaration.</summary>
    public object?[] Arguments => strand.Operation.Arguments(plan);

    public T Service<T>() where T : notnull => strand.Operation.Services.GetRequiredService<T>();

    public T Argument<T>(int index) => Arguments[index] is T value ? value : default!;

    public PagingArguments PagingArguments() => strand.Operation.Paging(plan);

    public IResolverContext ToContext()
    {
        strand.Push(plan.ResponseName);
        var context = new ResolverContext(source, plan, strand.Operation, strand.CopyPath());
        strand.Pop();
        return context;
    }
}

/// <inheritdoc />
internal sealed class ResolverContext(object source, FieldPlan plan, OperationContext operation, PathEntry[] path)
    : IResolverContext
{
    public ISelection Selection => operation.Selection(plan);

    public Path Path => field ??= PathEntry.ToPath(path);

    public IServiceProvider Services => operation.Services;

    public CancellationToken RequestAborted => operation.RequestAborted;

    public T Parent<T>() => (T)source;

    public T ArgumentValue<T>(string name) => Selection.ArgumentValue<T>(name);

    public void SetResultExtension(string name, long value) => operation.SetExtension(name, value);

    public void ReportError(IError error) => ReportError(new GraphQLException(error), error.Path);

    public void ReportError(Exception exception, Path? path = null)
    {
        foreach (var reported in operation.ErrorFactory.Create(exception, plan, path ?? Path, operation))
        {
            operation.Report(reported);
        }
    }
}

/// <inheritdoc />
internal sealed class Selection(FieldPlan plan, OperationContext operation) : ISelection
{
    private ISelection[]? _selections;

    public OutputField Field => plan.Field;

    public ObjectType DeclaringType => plan.Info.DeclaringType;

    public string ResponseName => plan.ResponseName;

    public IReadOnlyList<ISelection> Selections => _selections ??= SelectionsBelow();

    public T ArgumentValue<T>(string name) =>
        operation.Arguments(plan)[plan.Arguments.IndexOf(name)] is T value ? value : default!;

    public PagingArguments PagingArguments() => operation.Paging(plan);

    private ISelection[] SelectionsBelow()
    {
        var sets = plan.SelectionSets;
        var count = 0;
        for (var i = 0; i < sets.Count; i++)
        {
            count += sets[i].Fields.Length;
        }

        if (count == 0)
        {
            return [];
        }

        var below = new ISelection[count];
        count = 0;
        for (var i = 0; i < sets.Count; i++)
        {
            foreach (var selected in sets[i].Fields)
            {
                below[count++] = operation.Selection(selected);
            }
        }

        return below;
    }
}
