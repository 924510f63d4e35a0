using ThreadGraph.GraphQL.Types;
using ThreadGraph.GraphQL.Types.Pagination;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>What all strands of one operation's execution share.</summary>
internal sealed class OperationContext(
    Schema schema,
    OperationPlan plan,
    IReadOnlyList<object?> variables,
    IServiceProvider services,
    FieldErrorFactory errorFactory,
    CancellationToken requestAborted)
{
    private object?[]?[]? _arguments;
    private Selection?[]? _selections;
    private List<IError>? _errors;

    public Schema Schema { get; } = schema;

    public OperationPlan Plan { get; } = plan;

    /// <summary>The coerced variables in order of declaration; <see cref="Absent"/> for one not given.</summary>
    public IReadOnlyList<object?> Variables { get; } = variables;

    /// <summary>What the operation may cost; worked out before it is executed, where the server limits it.</summary>
    public OperationCost EstimatedCost { get; set; }

    /// <summary>What says of the operation's cost, where the client asks.</summary>
    public CostAnalyzer? CostReporter { get; set; }

    /// <summary>What else the answer says beside the data; <see langword="null"/> where nothing.</summary>
    public Dictionary<string, long>? Extensions { get; private set; }

    /// <summary>Says something beside the data; what was said of the same before is replaced.</summary>
    public void SetExtension(string name, long value) => (Extensions ??= [])[name] = value;

    /// <summary>How many fields have been written so far, those of dropped values included.</summary>
    public long ResultSize { get; set; }

    public IServiceProvider Services { get; } = services;

    public CancellationToken RequestAborted { get; } = requestAborted;

    public FieldErrorFactory ErrorFactory { get; } = errorFactory;

    public ExecutionScheduler Scheduler { get; } =
        (ExecutionScheduler?)services.GetService(typeof(ExecutionScheduler)) ?? new ExecutionScheduler();

    public IReadOnlyList<IError> Errors => _errors ?? (IReadOnlyList<IError>)[];

    /// <summary>What listeners see; <see langword="null"/> where nobody listens.</summary>
    public RequestContext? RequestContext { get; init; }

    /// <summary>Who listens; <see langword="null"/> where nobody does.</summary>
    public ExecutionDiagnosticEventListener? DiagnosticEvents { get; init; }

    public void Report(IError error)
    {
        (_errors ??= []).Add(error);
        DiagnosticEvents?.ResolverError(RequestContext!, error);
    }

    /// <summary>
    /// A field's coerced arguments. They are the same for every object that the field is executed on, so a field below a
    /// list coerces them once.
    /// </summary>
    /// <exception cref="GraphQLException">A value cannot be used; each execution of the field fails with it.</exception>
    public object?[] Arguments(FieldPlan field)
    {
        _arguments ??= new object?[Plan.FieldCount][];
        return _arguments[field.Index] ??= field.Arguments.Coerce(Variables);
    }

    /// <summary>A field as those see it who look ahead; made once, as several of them look at the same.</summary>
    public Selection Selection(FieldPlan field)
    {
        _selections ??= new Selection?[Plan.FieldCount];
        return _selections[field.Index] ??= new Selection(field, this);
    }

    /// <summary>A connection field's checked paging arguments; to check them again takes less than to keep them would.</summary>
    /// <exception cref="GraphQLException">The arguments contradict one another or pass the limit.</exception>
    public PagingArguments Paging(FieldPlan field) => field.Arguments.ToPaging(Arguments(field), field.Field.Paging!);
}
