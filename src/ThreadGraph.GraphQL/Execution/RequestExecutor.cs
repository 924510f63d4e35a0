using System.Runtime.CompilerServices;
using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Execution;

/// <inheritdoc />
/// <remarks>
/// 1. The document is found in the cache, or parsed and validated. Spec: Validation.
/// 2. The operation is chosen. Spec: Execution, "Executing Requests".
/// 3. Variables are coerced. Spec: Execution, "Coercing Variable Values".
/// 4. The operation's plan is found, or compiled.
/// 5. The plan is executed: once, or for each event of a subscription. Spec: Execution, "Executing Operations".
/// </remarks>
internal sealed class RequestExecutor(
    Schema schema,
    DocumentPipeline documents,
    OperationCompiler compiler,
    ResolverFactory resolvers,
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
        if (!TryPrepare(request, context, allowSubscription: false, out var operation, out var refusal))
        {
            return refusal;
        }

        // :: Step 5
        using var execution = context is null ? null : diagnosticEvents?.ExecuteOperation(context);
        return await OperationExecution.ExecuteAsync(
            CreateContext(operation, request.Services, context, cancellationToken), OperationExecution.Root);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<OperationResult> ExecuteStreamAsync(
        OperationRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var context = diagnosticEvents is null ? null : new RequestContext(schema, request);
        using var scope = context is null ? null : diagnosticEvents?.ExecuteRequest(context);
        if (!TryPrepare(request, context, allowSubscription: true, out var operation, out var refusal))
        {
            yield return refusal;
            yield break;
        }

        // :: Step 5
        var results = operation.Plan.Definition.Operation == OperationType.Subscription
            ? new SubscriptionExecution(services => CreateContext(operation, services, context, cancellationToken), resolvers)
                .ExecuteAsync(request.Services, cancellationToken)
            : OperationExecution.ExecuteOnceAsync(CreateContext(operation, request.Services, context, cancellationToken));
        await foreach (var result in results)
        {
            yield return result;
        }
    }

    private bool TryPrepare(
        OperationRequest request,
        RequestContext? context,
        bool allowSubscription,
        out PreparedOperation operation,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out OperationResult? refusal)
    {
        try
        {
            operation = Prepare(request, context, allowSubscription);
            refusal = null;
            return true;
        }
        catch (GraphQLException exception)
        {
            operation = default;
            IError[] errors = [.. exception.Errors.Select(errorFactory.Filter)];
            if (context is not null)
            {
                Array.ForEach(errors, error => diagnosticEvents?.RequestError(context, error));
            }

            refusal = OperationResult.FromErrors(
                errors,
                exception is OperationNotAllowedException
                    ? OperationResultKind.OperationNotAllowed
                    : OperationResultKind.RequestError);
            return false;
        }
    }

    private PreparedOperation Prepare(OperationRequest request, RequestContext? context, bool allowSubscription)
    {
        // :: Step 1
        var document = documents.Get(request, context);

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
        var variables = new VariableCoercion(schema, document.Document).Coerce(operation, request.Variables);

        // :: Step 4
        return new PreparedOperation(document.GetPlan(operation, variables, compiler, context), variables);
    }

    private OperationContext CreateContext(
        PreparedOperation operation, IServiceProvider services, RequestContext? context, CancellationToken cancellationToken) =>
        new(schema, operation, services, errorFactory, cancellationToken)
        {
            RequestContext = context,
            DiagnosticEvents = diagnosticEvents,
        };

    /// <summary>Spec: Execution, "GetOperation".</summary>
    private static OperationDefinitionNode GetOperation(DocumentNode document, string? name)
    {
        var operations = document.Definitions.OfType<OperationDefinitionNode>().ToArray();
        if (name is null)
        {
            return operations switch
            {
                [var only] => only,
                [] => throw new GraphQLException(RequestError("The document has no operation; write one, for instance \"{ __typename }\".")),
                _ => throw new GraphQLException(RequestError(
                    "Must provide operation name if query contains multiple operations: set \"operationName\".")),
            };
        }

        return Array.Find(operations, o => o.Name?.Value == name)
            ?? throw new GraphQLException(RequestError($"Unknown operation named \"{name}\"."));
    }

    private static IError RequestError(string message) =>
        ErrorBuilder.New().SetMessage(message).SetCode(ErrorCodes.BadUserInput).Build();

    private sealed class OperationNotAllowedException(IError error) : GraphQLException(error);
}

/// <summary>An operation that is ready to be executed.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Variables">The coerced variables in order of declaration; <see cref="Absent"/> for one not given.</param>
internal readonly record struct PreparedOperation(OperationPlan Plan, IReadOnlyList<object?> Variables);
