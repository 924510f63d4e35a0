using System.Globalization;
using Microsoft.Extensions.Logging;

namespace ThreadGraph.Yunxin;

/// <summary>
/// All that this room writes to the log. Hosts are named by their place in the configured list, from 0; no sentence
/// holds an address, a parameter, a text of the upstream's or anything of the signature.
/// </summary>
internal static partial class Log
{
    /// <summary>An attempt came to a bad end; the trace id is what the vendor's support asks for.</summary>
    internal static void AttemptFailed(
        this ILogger logger, string api, int host, string traceId, YunxinException failure)
    {
        var level = LevelOf(failure.Failure);
        if (logger.IsEnabled(level))
        {
            var code = failure.UpstreamCode?.ToString(CultureInfo.InvariantCulture) ?? "none";
            AttemptFailed(logger, level, api, host, traceId, failure.Failure, code, failure.Message);
        }
    }

    [LoggerMessage(2, LogLevel.Warning,
        "{Api} at host {Host} (trace id {TraceId}) gave no answer within the attempt timeout.")]
    internal static partial void AttemptTimedOut(this ILogger logger, string api, int host, string traceId);

    [LoggerMessage(3, LogLevel.Warning,
        "{Api} at host {Host} reads its order flag the other way round; the flag is swapped there from now on.")]
    internal static partial void OrderInverted(this ILogger logger, string api, int host);

    [LoggerMessage(EventId = 1, EventName = nameof(AttemptFailed),
        Message = "{Api} at host {Host} (trace id {TraceId}) failed with {Failure}, upstream code {Code}: {Sentence}")]
    private static partial void AttemptFailed(
        ILogger logger,
        LogLevel level,
        string api,
        int host,
        string traceId,
        YunxinFailure failure,
        string code,
        string sentence);

    // A "no" to this one reader is everyday business; a refusal of the application's calls is someone's to mend.
    private static LogLevel LevelOf(YunxinFailure failure) => failure switch
    {
        YunxinFailure.ThreadNotFound or YunxinFailure.AccountNotFound or YunxinFailure.TeamNotFound
            or YunxinFailure.Forbidden => LogLevel.Debug,
        YunxinFailure.Rejected or YunxinFailure.Protocol or YunxinFailure.UnknownCode => LogLevel.Error,
        _ => LogLevel.Warning,
    };
}
