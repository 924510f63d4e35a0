namespace ThreadGraph.Yunxin;

/// <summary>Every way in which a call to the upstream fails, in the order of the phases of a call.</summary>
public enum YunxinFailure
{
    /// <summary>Connecting: refused, unknown host, no TLS, or too slow. The upstream has seen nothing.</summary>
    ConnectionFailed,

    /// <summary>Waiting or reading: the connection broke. The upstream may have seen the request.</summary>
    ConnectionLost,

    /// <summary>Waiting or reading: no complete answer in time, or the upstream's own time ran out.</summary>
    Timeout,

    /// <summary>A gateway answered in the upstream's stead: HTTP 5xx, an HTML page or an empty body.</summary>
    Unavailable,

    /// <summary>The answer is not the contract: HTTP status, content type, size or JSON.</summary>
    Protocol,

    /// <summary>The upstream refused: too many calls. <see cref="YunxinException.RetryAfter"/> says how long.</summary>
    Busy,

    /// <summary>The upstream refused: no such root message, conversation or channel, or not any more.</summary>
    ThreadNotFound,

    /// <summary>The upstream refused: an account named in the query does not exist.</summary>
    AccountNotFound,

    /// <summary>The upstream refused: the team does not exist.</summary>
    TeamNotFound,

    /// <summary>The upstream refused: the account may not read this.</summary>
    Forbidden,

    /// <summary>The upstream refused what was sent, or this application as it is set up.</summary>
    Rejected,

    /// <summary>The upstream took the call for one that it has seen before.</summary>
    DuplicateRequest,

    /// <summary>The upstream could not answer for reasons of its own.</summary>
    ServerError,

    /// <summary>The upstream gave a code that the contract does not list.</summary>
    UnknownCode,
}
