using ThreadGraph.Yunxin.Failures;
using ThreadGraph.Yunxin.Options;
using ThreadGraph.Yunxin.Transport;
using ThreadGraph.Yunxin.Wire;

namespace ThreadGraph.Yunxin.ThreadMessages;

/// <summary><c>GET /im/{version}/messages/actions/thread_messages</c> (upstream.md 3).</summary>
internal sealed class ThreadMessagesCall : PageCall
{
    private readonly ThreadMessagesQuery _query;
    private readonly ChainToken? _token;

    internal ThreadMessagesCall(ThreadMessagesQuery query, UpstreamEndpoint endpoint)
        : base(endpoint)
    {
        _query = query;
        _token = string.IsNullOrEmpty(query.PageToken) ? null : ChainToken.Parse(query.PageToken);
    }

    internal override string Account => _query.OperatorId;

    internal override DateTimeOffset? Deadline => _query.Deadline;

    internal override bool OldestFirst => _query.OldestFirst;

    internal override bool IsFirstPage => _token is null;

    protected override long RootTimeMs => _query.CreateTimeMs;

    internal override long RootId => _query.MessageServerId;

    // Within a chain the flag stays what it was on the first page, whatever has been learnt since.
    internal override bool FlagFor(UpstreamHost host) =>
        _token is { } token ? OldestFirst ^ token.IsSwapped : base.FlagFor(host);

    internal override HttpRequestMessage CreateRequest(UpstreamHost host, bool oldestFirstFlag) =>
        Parameters(host, oldestFirstFlag).ToQuery();

    protected override ThreadPage ReadPage(ReadOnlySpan<byte> body, UpstreamHost host, bool oldestFirstFlag)
    {
        var answer = new ThreadMessagesReader(body).Read();
        ThrowIfNoPage(answer);
        var next = NextToken(answer, host, oldestFirstFlag);
        return ToPage(answer, hasMore: next is not null || answer.HasMore is true, next);
    }

    // The end of the tokens: has_more is false, or the token is absent, empty or unchanged (upstream.md 14, 10).
    private string? NextToken(in ThreadAnswer answer, UpstreamHost host, bool oldestFirstFlag)
    {
        if (answer.HasMore is false || string.IsNullOrEmpty(answer.NextToken))
        {
            return null;
        }

        if (answer.NextToken == _token?.Value)
        {
            ReportUnchangedToken(answer, host);
            return null;
        }

        var next = (_token ?? ChainToken.None).Follow(answer.NextToken, oldestFirstFlag != OldestFirst)
            ?? throw LocalFailures.LoopingToken.ToException(Endpoint.Options.BusyPause, answer.Code);
        return next.ToString();
    }

    private void ReportUnchangedToken(in ThreadAnswer answer, UpstreamHost host)
    {
        if (answer.HasMore is true && host.IsFirst(nameof(Log.TokenUnchanged)))
        {
            Endpoint.Logger.TokenUnchanged(Endpoint.Api, host.Index);
        }
    }

    private WireParameters Parameters(UpstreamHost host, bool oldestFirstFlag)
    {
        var parameters = WireParameters.Query(
            host.BaseUrl, "/im/", Endpoint.Options.ApiVersion, "/messages/actions/thread_messages");
        parameters.Add("begin_time", _query.BeginTimeMs);
        parameters.Add("end_time", _query.EndTimeMs);
        if (_token is { } token)
        {
            parameters.Add("page_token", token.Value);
        }

        parameters.Add("limit", _query.Limit);
        parameters.Add("descending", oldestFirstFlag); // True means oldest first (upstream.md 3.2, S).
        parameters.Add("conversation_type", (int)_query.ConversationType);
        if (Endpoint.Options.SendOperatorId || Endpoint.Options.ApiVersion is YunxinDefaults.V2)
        {
            parameters.Add("operator_id", _query.OperatorId);
        }

        parameters.Add("sender_id", _query.SenderId);
        parameters.Add("receiver_id", _query.ReceiverId);
        parameters.Add("message_server_id", _query.MessageServerId);
        parameters.Add("message_client_id", _query.MessageClientId);
        parameters.Add("create_time", _query.CreateTimeMs);
        return parameters;
    }
}
