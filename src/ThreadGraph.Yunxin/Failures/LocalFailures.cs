using System.Globalization;
using System.Net;
using static ThreadGraph.Yunxin.YunxinFailure;

namespace ThreadGraph.Yunxin.Failures;

/// <summary>
/// The failures without a code of the upstream: network, gateways, unreadable answers, limits of our own.
/// </summary>
internal static class LocalFailures
{
    internal static readonly FailureEntry NoConnection =
        new(ConnectionFailed, RetryRule.Elsewhere, "No connection to the upstream could be made; ask again later.");

    internal static readonly FailureEntry BrokenConnection =
        new(ConnectionLost, RetryRule.Elsewhere,
            "The connection to the upstream broke before the answer was complete; ask again.");

    internal static readonly FailureEntry AttemptTimedOut =
        new(YunxinFailure.Timeout, RetryRule.Elsewhere, "The upstream did not answer in time; ask again later.");

    internal static readonly FailureEntry CallTimedOut =
        new(YunxinFailure.Timeout, RetryRule.Later,
            "The upstream did not answer in the time that was left; ask again.");

    internal static readonly FailureEntry EmptyBody =
        new(Unavailable, RetryRule.Elsewhere, "The upstream's gateway gave an empty answer; ask again later.");

    internal static readonly FailureEntry HtmlBody =
        new(Unavailable, RetryRule.Elsewhere, "The upstream's gateway gave a web page for an answer; ask again later.");

    internal static readonly FailureEntry TooLarge =
        new(Protocol, RetryRule.Never, "The upstream's answer is larger than Yunxin:MaxResponseBytes allows.");

    internal static readonly FailureEntry WrongContentType =
        new(Protocol, RetryRule.Never,
            "The upstream's answer is not declared to be JSON; check the configured base address.");

    internal static readonly FailureEntry Malformed =
        new(Protocol, RetryRule.Again, "The upstream's answer is not complete, valid JSON; ask again.");

    internal static readonly FailureEntry NoCode =
        new(Protocol, RetryRule.Never, "The upstream's answer carries no code; check the configured base address.");

    internal static readonly FailureEntry InvalidHttp =
        new(Protocol, RetryRule.Never, "The upstream's answer is not valid HTTP; check the configured base address.");

    internal static readonly FailureEntry OtherThread =
        new(Protocol, RetryRule.Again, "The upstream's answer is about another thread than was asked for; ask again.");

    internal static readonly FailureEntry LoopingToken =
        new(Protocol, RetryRule.Never, "The upstream's page token leads back to pages that were read before.");

    internal static readonly FailureEntry WrongEnd =
        new(Protocol, RetryRule.Later, "The upstream's page was read from the other end than was asked for; ask again.");

    internal static readonly FailureEntry OutOfWindow =
        new(Protocol, RetryRule.Again, "The upstream's page holds messages of another time than was asked for; ask again.");

    internal static readonly FailureEntry OutOfTime =
        new(YunxinFailure.Timeout, RetryRule.Later, "The time for the call was up before the upstream was asked.");

    internal static readonly FailureEntry BudgetSpent =
        new(Busy, RetryRule.Later, "The budget of upstream calls is spent for now; wait before asking again.");

    internal static readonly FailureEntry CircuitOpen =
        new(Unavailable, RetryRule.Later, "The upstream failed too often and is left alone for now; ask again later.");

    internal static readonly FailureEntry NoRoot =
        new(ThreadNotFound, RetryRule.Never, "The thread does not exist or is gone.");

    /// <summary>
    /// Business errors come under HTTP 200; any other status is an infrastructure's (upstream.md 1.2).
    /// </summary>
    internal static FailureEntry ForStatus(HttpStatusCode status) => (int)status switch
    {
        429 => new(Busy, RetryRule.AfterPause, "The upstream's gateway answered HTTP 429; wait before asking again."),
        >= 500 => new(Unavailable, RetryRule.Elsewhere, Sentence(status, "ask again later")),
        _ => new(Protocol, RetryRule.Never, Sentence(status, "check the configured base address")),
    };

    /// <summary>Sorts what the HTTP stack reports by whether the request can have reached the upstream.</summary>
    internal static FailureEntry ForHttpError(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError => NoConnection,
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError
            or HttpRequestError.ConfigurationLimitExceeded => InvalidHttp,
        _ => BrokenConnection,
    };

    private static string Sentence(HttpStatusCode status, string advice) => string.Create(
        CultureInfo.InvariantCulture, $"The upstream's gateway answered HTTP {(int)status}; {advice}.");
}
