using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>Rewrites errors on their way out: the place to give failures their codes and sentences.</summary>
public interface IErrorFilter
{
    /// <summary>The error to report instead; <paramref name="error"/> itself to leave it as it is.</summary>
    IError OnError(IError error);
}

/// <summary>Makes field errors of what resolvers throw. Spec: Response, "Execution Errors".</summary>
internal sealed class FieldErrorFactory(IEnumerable<IErrorFilter> filters)
{
    private static readonly IError Unexpected =
        ErrorBuilder.New().SetMessage("Unexpected execution error.").SetCode(ErrorCodes.Internal).Build();

    private readonly IErrorFilter[] _filters = [.. filters];

    /// <summary>The errors of a field that failed with an exception.</summary>
    public IEnumerable<IError> Create(Exception exception, FieldPlan field, Path path, OperationContext operation)
    {
        IReadOnlyList<IError> errors = exception is GraphQLException known ? known.Errors : [Unexpected];
        foreach (var error in errors)
        {
            yield return Filter(ErrorBuilder.FromError(error.Message.Length > 0 ? error : Unexpected)
                .SetPath(error.Path ?? path)
                .SetLocations(error.Locations.Count > 0 ? error.Locations : Locations(exception, field, operation))
                .SetException(error.Exception ?? (exception is GraphQLException ? null : exception))
                .Build());
        }
    }

    /// <summary>An error after all filters; where a filter fails itself, one that tells nothing.</summary>
    public IError Filter(IError error)
    {
        try
        {
            foreach (var filter in _filters)
            {
                error = filter.OnError(error);
            }

            return error;
        }
        catch (Exception exception)
        {
            return ErrorBuilder.FromError(Unexpected)
                .SetPath(error.Path)
                .SetLocations(error.Locations)
                .SetException(exception)
                .Build();
        }
    }

    private static IReadOnlyList<SourcePosition> Locations(
        Exception exception, FieldPlan field, OperationContext operation) =>
        exception is ArgumentCoercionException { Literal: { } literal }
            ? [operation.Plan.Document.GetPosition(literal)]
            : [.. field.Nodes.Select(operation.Plan.Document.GetPosition)];
}
