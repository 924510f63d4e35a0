using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>Makes request errors of what the parser refuses.</summary>
internal static class SyntaxErrors
{
    public static IError ToError(SyntaxException exception)
    {
        var error = ErrorBuilder.New()
            .SetMessage(exception.Message)
            .SetCode(ErrorCodes.ParseFailed)
            .SetLocations([exception.Position]);
        if (exception is SyntaxLimitException limit)
        {
            // It was never looked at, so it has no place to point to.
            error.SetLocations(limit.Setting == nameof(ParserOptions.MaxAllowedBytes) ? [] : [exception.Position])
                .SetCode(ErrorCodes.DocumentLimit)
                .SetExtension("limit", limit.Limit)
                .SetExtension("actual", limit.Actual)
                .SetExtension("setting", limit.Setting);
        }

        return error.Build();
    }
}
