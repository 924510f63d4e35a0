using System.Globalization;
using System.Net;
using static ThreadGraph.Yunxin.YunxinFailure;

namespace ThreadGraph.Yunxin.Failures;

/// <summary>The failures that come without a code of the upstream: network, gateways, unreadable answers.</summary>
internal static class LocalFailures
{
    internal static readonly FailureEntry NoConnection =
        new(ConnectionFailed, true, "No connection to the upstream could be made; ask again later.");

    internal static readonly FailureEntry BrokenConnection =
        new(ConnectionLost, true, "The connection to the upstream broke before the answer was complete; ask again.");

    internal static readonly FailureEntry AttemptTimedOut =
        new(YunxinFailure.Timeout, true, "The upstream did not answer in time; ask again later.");

    internal static readonly FailureEntry EmptyBody =
        new(Unavailable, true, "The upstream's gateway gave an empty answer; ask again later.");

    internal static readonly FailureEntry HtmlBody =
        new(Unavailable, true, "The upstream's gateway gave a web page for an answer; ask again later.");

    internal static readonly FailureEntry TooLarge =
        new(Protocol, false, "The upstream's answer is larger than Yunxin:MaxResponseBytes allows.");

    internal static readonly FailureEntry WrongContentType =
        new(Protocol, false, "The upstream's answer is not declared to be JSON; check the configured base address.");

    internal static readonly FailureEntry Malformed =
        new(Protocol, true, "The upstream's answer is not complete, valid JSON; ask again.");

    internal static readonly FailureEntry NoCode =
        new(Protocol, false, "The upstream's answer carries no code; check the configured base address.");

    internal static readonly FailureEntry InvalidHttp =
        new(Protocol, false, "The upstream's answer is not valid HTTP; check the configured base address.");

    internal static readonly FailureEntry NoRoot =
        new(ThreadNotFound, false, "The thread does not exist or is gone.");

    /// <summary>
    /// Business errors come under HTTP 200; any other status is an infrastructure's (upstream.md 1.2).
    /// </summary>
    internal static FailureEntry ForStatus(HttpStatusCode status) => (int)status switch
    {
        429 => new(Busy, true, "The upstream's gateway answered HTTP 429; wait before asking again."),
        >= 500 => new(Unavailable, true, Sentence(status, "ask again later")),
        _ => new(Protocol, false, Sentence(status, "check the configured base address")),
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
