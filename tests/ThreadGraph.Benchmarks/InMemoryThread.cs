using System.Globalization;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Benchmarks;

/// <summary>An upstream with one thread, whose pages cost next to nothing: the messages are made once.</summary>
internal sealed class InMemoryThread : IYunxinClient
{
    private readonly YunxinMessage[] _messages;

    public InMemoryThread(int replies, TreeShape shape)
    {
        _messages = new YunxinMessage[replies + 1];
        _messages[0] = Message(1, null);
        for (var i = 1; i <= replies; i++)
        {
            _messages[i] = Message(i + 1, _messages[shape == TreeShape.Chain ? i - 1 : 0]);
        }
    }

    public Task<ThreadPage> QueryThreadMessagesAsync(ThreadMessagesQuery query, CancellationToken cancellationToken)
    {
        var from = query.PageToken is null ? 1 : int.Parse(query.PageToken, CultureInfo.InvariantCulture);
        var to = Math.Min(from + query.Limit, _messages.Length);
        return Task.FromResult(new ThreadPage
        {
            Root = _messages[0],
            Total = _messages.Length - 1,
            Messages = new ArraySegment<YunxinMessage>(_messages, from, to - from),
            HasMore = to < _messages.Length,
            NextToken = to < _messages.Length ? to.ToString(CultureInfo.InvariantCulture) : null,
        });
    }

    public Task<ThreadPage> QueryThreadTalkHistoryAsync(
        ThreadTalkHistoryQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<ThreadTalkMeta>> QueryThreadTalkMetaAsync(
        ThreadTalkMetaQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    private static YunxinMessage Message(int id, YunxinMessage? parent) => new()
    {
        ServerId = id,
        ClientId = $"c-{id}",
        SenderId = "alice",
        CreateTimeMs = 999 + id,
        Text = "text",
        Parent = parent is null ? null : new MessageReference(parent.ServerId, parent.ClientId, "alice", parent.CreateTimeMs),
    };
}
