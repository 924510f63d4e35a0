using System.Globalization;
using Microsoft.Extensions.Logging;
using ThreadGraph.Yunxin.Transport;

namespace ThreadGraph.Yunxin;

/// <summary>
/// All that this room writes to the log. Hosts are named by their place in the configured list, from 0; no sentence
/// holds an address, a parameter, a text of the upstream's or anything of the signature.
/// </summary>
internal static partial class Log
{
    /// <summary>An attempt came to a bad end; the trace id is what the vendor's support asks for.</summary>
    internal static void AttemptFailed(
        this ILogger logger, string api, UpstreamHost host, string traceId, YunxinException failure)
    {
        var level = LevelOf(failure, host);
        if (logger.IsEnabled(level))
        {
            var code = failure.UpstreamCode?.ToString(CultureInfo.InvariantCulture) ?? "none";
            AttemptFailed(logger, level, api, host.Index, traceId, failure.Failure, code, failure.Message);
        }
    }

    [LoggerMessage(2, LogLevel.Warning,
        "{Api} has no budget left for all that is asked: some calls are refused until the queue has drained.")]
    internal static partial void BudgetExhausted(this ILogger logger, string api);

    [LoggerMessage(3, LogLevel.Warning,
        "{Api} at host {Host} reads its order flag the other way round; the flag is swapped there from now on.")]
    internal static partial void OrderInverted(this ILogger logger, string api, int host);

    [LoggerMessage(4, LogLevel.Warning,
        "{Api} at host {Host} failed too often in a row; the host is the last choice for {Pause} and then probed.")]
    internal static partial void HostEjected(this ILogger logger, string api, int host, TimeSpan pause);

    [LoggerMessage(5, LogLevel.Information, "{Api} at host {Host} answers again; the host is back in its place.")]
    internal static partial void HostRecovered(this ILogger logger, string api, int host);

    [LoggerMessage(6, LogLevel.Error,
        "{Api} at host {Host} fails for the most part; its circuit is open and nothing is sent there for a while.")]
    internal static partial void CircuitOpened(this ILogger logger, string api, int host);

    [LoggerMessage(7, LogLevel.Information, "{Api} at host {Host} passed its probe; its circuit is closed.")]
    internal static partial void CircuitClosed(this ILogger logger, string api, int host);

    [LoggerMessage(8, LogLevel.Warning,
        "{Api} is over the upstream's quota; none of its calls is sent for {Pause}, then slowly more.")]
    internal static partial void QuotaSpent(this ILogger logger, string api, TimeSpan pause);

    [LoggerMessage(9, LogLevel.Warning,
        "{Api} at host {Host} says that there is more but repeats the page token; what follows is to be asked for by its time.")]
    internal static partial void TokenUnchanged(this ILogger logger, string api, int host);

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

    // A "no" to this one reader is everyday business; a refusal of the application's calls is someone's to mend; a
    // breach of the contract is, too, but does not get better by being said at every call.
    private static LogLevel LevelOf(YunxinException failure, UpstreamHost host) => failure.Failure switch
    {
        YunxinFailure.ThreadNotFound or YunxinFailure.AccountNotFound or YunxinFailure.TeamNotFound
            or YunxinFailure.Forbidden => LogLevel.Debug,
        YunxinFailure.Protocol or YunxinFailure.UnknownCode when !host.IsFirst(failure.Message) => LogLevel.Debug,
        YunxinFailure.Rejected or YunxinFailure.Protocol or YunxinFailure.UnknownCode => LogLevel.Error,
        _ => LogLevel.Warning,
    };
}
