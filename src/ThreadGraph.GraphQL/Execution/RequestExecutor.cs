using System.Runtime.CompilerServices;
using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Execution;

/// <inheritdoc />
/// <remarks>
/// 1. The document is found among the known ones, or taken as sent; then in the cache, or parsed and validated.
///    Spec: Validation.
/// 2. The operation is chosen. Spec: Execution, "Executing Requests".
/// 3. Variables are coerced. Spec: Execution, "Coercing Variable Values".
/// 4. The operation's plan is found, or compiled.
/// 5. What it costs at worst is worked out, where there is a limit.
/// 6. The plan is executed: once, or for each event of a subscription. Spec: Execution, "Executing Operations".
/// </remarks>
internal sealed class RequestExecutor(
    Schema schema,
    DocumentSources sources,
    DocumentPipeline documents,
    OperationCompiler compiler,
    ResolverFactory resolvers,
    ExecutionLimits limits,
    CostAnalyzer? costs,
    FieldErrorFactory errorFactory,
    ExecutionDiagnosticEventListener? diagnosticEvents) : IRequestExecutor
{
    /// <inheritdoc />
    public Schema Schema => schema;

    /// <inheritdoc />
    public async ValueTask<OperationResult> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken)
    {
        var context = diagnosticEvents is null ? null : new RequestContext(schema, request);
        using var scope = context is null ? null : diagnosticEvents?.ExecuteRequest(context);
        var prepared = Prepare(request, context, allowSubscription: false, cancellationToken);
        if (prepared.Answer is { } answer)
        {
            return answer;
        }

        // :: Step 6
        using var execution = context is null ? null : diagnosticEvents?.ExecuteOperation(context);
        var result = await OperationExecution.ExecuteAsync(prepared.Operation!, OperationExecution.Root);
        result.CacheLifetime = prepared.CacheLifetime;
        return result;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<OperationResult> ExecuteStreamAsync(
        OperationRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var context = diagnosticEvents is null ? null : new RequestContext(schema, request);
        using var scope = context is null ? null : diagnosticEvents?.ExecuteRequest(context);
        var prepared = Prepare(request, context, allowSubscription: true, cancellationToken);
        if (prepared.Answer is { } answer)
        {
            yield return answer;
            yield break;
        }

        // :: Step 6
        var operation = prepared.Operation!;
        var results = operation.Plan.Definition.Operation == OperationType.Subscription
            ? new SubscriptionExecution(
                services => CreateContext(operation.Plan, operation.Variables, services, context, cancellationToken), resolvers)
                .ExecuteAsync(request.Services, cancellationToken)
            : OperationExecution.ExecuteOnceAsync(operation);
        await foreach (var result in results)
        {
            yield return result;
        }
    }

    /// <summary>All steps before execution.</summary>
    private Prepared Prepare(
        OperationRequest request, RequestContext? context, bool allowSubscription, CancellationToken cancellationToken)
    {
        OperationContext? operation = null;
        var isReported = costs is not null && request.CostMode != CostAnalyzerMode.Enforce;
        try
        {
            // :: Step 1
            var source = sources.Find(request);
            var document = documents.Get(source.Document, context);
            sources.Keep(source);

            // :: Steps 2 to 4
            operation = Compile(document, request, context, allowSubscription, cancellationToken);

            // :: Step 5
            costs?.Analyze(operation);
            costs?.Enforce(operation);
            if (isReported && request.CostMode == CostAnalyzerMode.ValidateAndReport)
            {
                return new Prepared(
                    OperationResult.FromCost(costs!.ReportEstimate(operation), [], OperationResultKind.Validated));
            }

            operation.CostReporter = isReported ? costs : null;
            return new Prepared(operation, source.IsTrusted && !isReported ? sources.CacheLifetime : null);
        }
        catch (GraphQLException exception)
        {
            return new Prepared(OperationResult.FromCost(
                isReported && operation is not null ? costs!.ReportEstimate(operation) : null,
                Report(exception, context),
                exception is OperationNotAllowedException
                    ? OperationResultKind.OperationNotAllowed
                    : OperationResultKind.RequestError));
        }
    }

    private OperationContext Compile(
        CachedDocument document,
        OperationRequest request,
        RequestContext? context,
        bool allowSubscription,
        CancellationToken cancellationToken)
    {
        // :: Step 2
        var operation = GetOperation(document.Document, request.OperationName);
        context?.Operation = operation;
        if (request.QueriesOnly && operation.Operation != OperationType.Query)
        {
            throw new OperationNotAllowedException(RequestError(
                $"Can only perform a {operation.Operation.ToString().ToLowerInvariant()} operation from a POST request."));
        }

        if (operation.Operation == OperationType.Subscription && !allowSubscription)
        {
            throw new GraphQLException(RequestError("This transport does not carry subscriptions."));
        }

        // :: Step 3
        var variables = new VariableCoercion(schema, document.Document, limits).Coerce(operation, request.Variables);

        // :: Step 4
        var plan = document.GetPlan(operation, variables, compiler, context);
        return CreateContext(plan, variables, request.Services, context, cancellationToken);
    }

    private IError[] Report(GraphQLException exception, RequestContext? context)
    {
        IError[] errors = [.. exception.Errors.Select(errorFactory.Filter)];
        if (context is not null)
        {
            Array.ForEach(errors, error => diagnosticEvents?.RequestError(context, error));
        }

        return errors;
    }

    private OperationContext CreateContext(
        OperationPlan plan,
        IReadOnlyList<object?> variables,
        IServiceProvider services,
        RequestContext? context,
        CancellationToken cancellationToken) =>
        new(schema, plan, variables, services, errorFactory, cancellationToken)
        {
            RequestContext = context,
            DiagnosticEvents = diagnosticEvents,
        };

    /// <summary>Spec: Execution, "GetOperation".</summary>
    private static OperationDefinitionNode GetOperation(DocumentNode document, string? name)
    {
        OperationDefinitionNode? found = null;
        for (var i = 0; i < document.Definitions.Count; i++)
        {
            if (document.Definitions[i] is not OperationDefinitionNode operation || (name is not null && operation.Name?.Value != name))
            {
                continue;
            }

            if (found is not null)
            {
                throw new GraphQLException(RequestError(
                    "Must provide operation name if query contains multiple operations: set \"operationName\"."));
            }

            found = operation;
        }

        return found ?? throw new GraphQLException(RequestError(name is null
            ? "The document has no operation; write one, for instance \"{ __typename }\"."
            : $"Unknown operation named \"{name}\"."));
    }

    private static IError RequestError(string message) =>
        ErrorBuilder.New().SetMessage(message).SetCode(ErrorCodes.BadUserInput).Build();

    private sealed class OperationNotAllowedException(IError error) : GraphQLException(error);

    /// <summary>An operation that is ready to be executed, or the answer where it comes to no execution.</summary>
    private readonly record struct Prepared(
        OperationContext? Operation, TimeSpan? CacheLifetime, OperationResult? Answer = null)
    {
        public Prepared(OperationResult answer) : this(null, null, answer)
        {
        }
    }
}
