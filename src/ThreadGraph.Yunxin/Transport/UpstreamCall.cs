using System.Text.Json;
using ThreadGraph.Yunxin.Failures;

namespace ThreadGraph.Yunxin.Transport;

/// <summary>One query on its way to one endpoint: what to send, and how to read what comes back.</summary>
/// <remarks>
/// To the pipeline an answer is an object, whatever its type: Polly's strategies are made for one type each, and bridge from
/// any other with two more asynchronous steps.
/// </remarks>
/// <param name="endpoint">Where it goes.</param>
internal abstract class UpstreamCall(UpstreamEndpoint endpoint)
{
    /// <summary>Where the call goes.</summary>
    internal UpstreamEndpoint Endpoint { get; } = endpoint;

    /// <summary>The account that asks.</summary>
    internal abstract string Account { get; }

    /// <summary>The moment until which the caller waits; null for no limit.</summary>
    internal abstract DateTimeOffset? Deadline { get; }

    /// <summary>The order flag to send to a host; false where the endpoint has none.</summary>
    internal virtual bool FlagFor(UpstreamHost host) => false;

    /// <summary>A new request, not yet signed.</summary>
    internal abstract HttpRequestMessage CreateRequest(UpstreamHost host, bool oldestFirstFlag);

    /// <summary>Reads a complete body.</summary>
    /// <exception cref="JsonException">The body is not complete, valid JSON.</exception>
    /// <exception cref="YunxinException">The upstream refused, or the answer is not the contract.</exception>
    internal abstract object ReadAnswer(ReadOnlySpan<byte> body, UpstreamHost host, bool oldestFirstFlag);

    /// <summary>Throws unless the code of the answer is success.</summary>
    protected void ThrowIfRefused(int? answered)
    {
        if (answered is UpstreamCodes.Success)
        {
            return;
        }

        var pause = Endpoint.Options.BusyPause;
        throw answered is { } code
            ? UpstreamCodes.Find(code).ToException(pause, code)
            : LocalFailures.NoCode.ToException(pause);
    }
}

/// <summary>A call with answers of one type.</summary>
/// <param name="endpoint">Where it goes.</param>
internal abstract class UpstreamCall<TAnswer>(UpstreamEndpoint endpoint) : UpstreamCall(endpoint) where TAnswer : notnull
{
    /// <inheritdoc/>
    internal sealed override object ReadAnswer(ReadOnlySpan<byte> body, UpstreamHost host, bool oldestFirstFlag) =>
        Read(body, host, oldestFirstFlag);

    /// <summary>Reads a complete body.</summary>
    /// <exception cref="JsonException">The body is not complete, valid JSON.</exception>
    /// <exception cref="YunxinException">The upstream refused, or the answer is not the contract.</exception>
    internal abstract TAnswer Read(ReadOnlySpan<byte> body, UpstreamHost host, bool oldestFirstFlag);
}
