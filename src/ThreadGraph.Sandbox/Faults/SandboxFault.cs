namespace ThreadGraph.Sandbox.Faults;

/// <summary>Everything that can go wrong with an upstream, in the order in which a caller would notice.</summary>
public enum SandboxFault
{
    /// <summary>The right answer, but only after <see cref="FaultRule.DelayMs"/>.</summary>
    Latency = 1,

    /// <summary>No answer, ever; the connection stays open.</summary>
    Hang,

    /// <summary>The connection is reset before a byte of the answer was sent.</summary>
    ResetBeforeAnswer,

    /// <summary>HTTP 500 with an HTML page.</summary>
    InternalServerError,

    /// <summary>HTTP 502 with an HTML page.</summary>
    BadGateway,

    /// <summary>HTTP 503 with an HTML page.</summary>
    ServiceUnavailable,

    /// <summary>HTTP 504 with an HTML page.</summary>
    GatewayTimeout,

    /// <summary>Body code 416: the quota is spent.</summary>
    TooFrequent,

    /// <summary>Body code 431: taken for a call that was seen before.</summary>
    DuplicateRequest,

    /// <summary>Body code 449: the upstream asks to try again.</summary>
    RetryCode,

    /// <summary>Body code 500: an internal error.</summary>
    InternalErrorCode,

    /// <summary>Body code 503: the upstream is busy.</summary>
    BusyCode,

    /// <summary>HTTP 200 and the right headers, but no body.</summary>
    EmptyBody,

    /// <summary>The right body, declared as an HTML page.</summary>
    WrongContentType,

    /// <summary>The first half of the right body as if it were all of it.</summary>
    TruncatedJson,

    /// <summary>The right body, but for its last byte, which makes it no JSON.</summary>
    MalformedJson,

    /// <summary>The right fields behind one of <see cref="FaultRule.BodyBytes"/>.</summary>
    OversizedBody,

    /// <summary>The right body in pieces of 64 bytes, <see cref="FaultRule.DelayMs"/> apart.</summary>
    SlowBody,

    /// <summary>The connection is closed in the middle of the body.</summary>
    ResetMidBody,

    /// <summary>The page is read from the other end than was asked for.</summary>
    InvertedOrder,

    /// <summary>
    /// IM: more is promised under the very token that was sent. QChat: the page before the anchor comes again.
    /// </summary>
    UnchangedToken,

    /// <summary>
    /// IM: more is promised under a token that leads back to the first page. QChat: the first page comes again.
    /// </summary>
    LoopingToken,

    /// <summary>The page claims to be of another thread, and holds other messages.</summary>
    OtherThread,
}
