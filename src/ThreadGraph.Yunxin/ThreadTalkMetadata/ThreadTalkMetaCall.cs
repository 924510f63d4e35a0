using System.Globalization;
using System.Text;
using ThreadGraph.Yunxin.Transport;

namespace ThreadGraph.Yunxin.ThreadTalkMetadata;

/// <summary><c>POST /qchat/batchQueryThreadTalkMeta.action</c> (upstream.md 11).</summary>
internal sealed class ThreadTalkMetaCall(ThreadTalkMetaQuery query, UpstreamEndpoint endpoint)
    : UpstreamCall<IReadOnlyList<ThreadTalkMeta>>(endpoint)
{
    internal override string Account => query.AccId;

    internal override DateTimeOffset? Deadline => query.Deadline;

    internal override HttpRequestMessage CreateRequest(UpstreamHost host, bool oldestFirstFlag)
    {
        var parameters = WireParameters.Form(host.BaseUrl + "/qchat/batchQueryThreadTalkMeta.action");
        parameters.Add("serverId", query.ServerId);
        parameters.Add("channelId", query.ChannelId);
        parameters.Add("accid", query.AccId);
        parameters.Add("queryMsgs", Messages());
        return parameters.ToForm();
    }

    internal override IReadOnlyList<ThreadTalkMeta> Read(
        ReadOnlySpan<byte> body, UpstreamHost host, bool oldestFirstFlag)
    {
        var (code, entries) = new ThreadTalkMetaReader(body).Read();
        ThrowIfRefused(code);
        var asked = query.Messages.Select(static message => message.MsgIdServer).ToHashSet();
        entries.RemoveAll(entry => !asked.Remove(entry.MsgIdServer)); // Not asked for, or a second time.
        return entries;
    }

    private string Messages()
    {
        var json = new StringBuilder("[", query.Messages.Count * 64);
        foreach (var message in query.Messages)
        {
            json.Append(json.Length > 1 ? "," : "").Append(CultureInfo.InvariantCulture,
                $$"""{"msgIdServer":{{message.MsgIdServer}},"msgTime":{{message.MsgTimeMs}}}""");
        }

        return json.Append(']').ToString();
    }
}
