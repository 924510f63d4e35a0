using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;
using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Execution;

/// <inheritdoc />
/// <remarks>
/// 1. The document is found in the cache, or parsed and validated. Spec: Validation.
/// 2. The operation is chosen. Spec: Execution, "Executing Requests".
/// 3. Variables are coerced. Spec: Execution, "Coercing Variable Values".
/// 4. The operation's plan is found, or compiled.
/// 5. The plan is executed. Spec: Execution, "Executing Operations".
/// </remarks>
internal sealed class RequestExecutor(
    Schema schema,
    DocumentValidator validator,
    OperationCompiler compiler,
    DocumentCache cache,
    FieldErrorFactory errorFactory,
    ParserOptions parserOptions) : IRequestExecutor
{
    /// <inheritdoc />
    public Schema Schema => schema;

    /// <inheritdoc />
    public async ValueTask<OperationResult> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken)
    {
        OperationPlan plan;
        object?[] variables;
        try
        {
            // :: Step 1
            var document = GetDocument(request);

            // :: Step 2
            var operation = GetOperation(document.Document, request.OperationName);
            if (request.QueriesOnly && operation.Operation != OperationType.Query)
            {
                return OperationResult.FromErrors(
                    [RequestError($"Can only perform a {operation.Operation.ToString().ToLowerInvariant()} operation from a POST request.")],
                    OperationResultKind.OperationNotAllowed);
            }

            if (operation.Operation == OperationType.Subscription)
            {
                return OperationResult.FromErrors([RequestError("This transport does not carry subscriptions.")]);
            }

            // :: Step 3
            variables = new VariableCoercion(schema, document.Document).Coerce(operation, request.Variables);

            // :: Step 4
            plan = document.GetPlan(operation, variables, compiler);
        }
        catch (GraphQLException exception)
        {
            return OperationResult.FromErrors([.. exception.Errors.Select(errorFactory.Filter)]);
        }

        // :: Step 5
        var context = new OperationContext(schema, plan, variables, request.Services, errorFactory, cancellationToken);
        return await OperationExecution.ExecuteAsync(context);
    }

    private CachedDocument GetDocument(OperationRequest request)
    {
        if (cache.TryGet(request.Document.Span, out var cached))
        {
            return cached;
        }

        var source = request.Document.ToArray();
        var document = Parse(source);
        var errors = validator.Validate(schema, document);
        if (errors.Count > 0)
        {
            throw new GraphQLException(errors);
        }

        cached = new CachedDocument(document);
        cache.Add(source, cached);
        return cached;
    }

    private DocumentNode Parse(byte[] source)
    {
        try
        {
            return Utf8GraphQLParser.Parse(new SourceText(source), parserOptions);
        }
        catch (SyntaxException exception)
        {
            throw new GraphQLException(SyntaxErrors.ToError(exception));
        }
    }

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
}
