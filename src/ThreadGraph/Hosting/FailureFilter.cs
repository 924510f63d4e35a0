using System.Diagnostics;
using ThreadGraph.Threads;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Hosting;

/// <summary>The one place that turns failures into errors with a code, a sentence and what to do.</summary>
/// <remarks>Nothing of what the upstream says leaves the server, and nothing of our own inside.</remarks>
internal sealed partial class FailureFilter(ILogger<FailureFilter> logger) : IErrorFilter
{
    /// <inheritdoc />
    public IError OnError(IError error) => error.Exception switch
    {
        null => error,
        YunxinException upstream => Upstream(error, upstream),
        var unexpected => Internal(error, unexpected),
    };

    private static IError Upstream(IError error, YunxinException upstream)
    {
        if (upstream.Failure == YunxinFailure.ThreadNotFound)
        {
            return As(error, Failures.ThreadNotFound());
        }

        if (upstream.Failure == YunxinFailure.Forbidden)
        {
            return As(error, Failures.Forbidden());
        }

        var builder = ErrorBuilder.FromError(error).SetMessage(upstream.Message).SetCode(CodeOf(upstream.Failure)).SetException(null);
        if (upstream.UpstreamCode is { } code)
        {
            builder.SetExtension("upstreamCode", code);
        }

        if (upstream.RetryAfter is { } wait)
        {
            builder.SetExtension("retryAfterMs", (long)wait.TotalMilliseconds);
        }

        return builder.Build();
    }

    private static string CodeOf(YunxinFailure failure) => failure switch
    {
        YunxinFailure.Busy => "UPSTREAM_BUSY",
        YunxinFailure.Timeout => "UPSTREAM_TIMEOUT",
        YunxinFailure.Protocol => "UPSTREAM_PROTOCOL",
        YunxinFailure.Rejected or YunxinFailure.AccountNotFound or YunxinFailure.TeamNotFound
            or YunxinFailure.UnknownCode => "UPSTREAM_REJECTED",
        _ => "UPSTREAM_ERROR",
    };

    private static IError As(IError error, GraphQLException known) => ErrorBuilder.FromError(error)
        .SetMessage(known.Message)
        .SetCode(known.Errors[0].Code)
        .SetException(null)
        .Build();

    private IError Internal(IError error, Exception exception)
    {
        var traceId = (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToString();
        ResolverFailed(logger, exception, error.Path?.ToString() ?? "", traceId);
        return ErrorBuilder.FromError(error)
            .SetMessage("The server failed. Report the trace ID to whoever runs it.")
            .SetCode(ErrorCodes.Internal)
            .SetExtension("traceId", traceId)
            .SetException(null)
            .Build();
    }

    [LoggerMessage(1, LogLevel.Error, "A resolver failed at {Path}; the response carries trace ID {TraceId}.")]
    private static partial void ResolverFailed(ILogger logger, Exception exception, string path, string traceId);
}
