using System.Globalization;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Benchmarks;

/// <summary>An upstream with one thread, whose pages are made when they are asked for, as those from a wire are.</summary>
internal sealed class InMemoryThread(int replies, TreeShape shape) : IYunxinClient
{
    // As in pages from the wire, those who answer the root share what names it.
    private static readonly MessageReference Root = new(1, "c-1", "alice", 1_000);

    // Texts from a wire are parts of their page; to make them of strings would take more than all else that is measured.
    private static readonly JsonText Text = "text";
    private readonly JsonText[] _clientIds = [.. Enumerable.Range(1, replies + 1).Select(static i => (JsonText)$"c-{i}")];

    public Task<ThreadPage> QueryThreadMessagesAsync(ThreadMessagesQuery query, CancellationToken cancellationToken)
    {
        var from = query.PageToken is null ? 1 : int.Parse(query.PageToken, CultureInfo.InvariantCulture);
        var to = Math.Min(from + query.Limit, replies + 1);
        var messages = new YunxinMessage[to - from];
        for (var i = from; i < to; i++)
        {
            messages[i - from] = Message(i, shape == TreeShape.Chain ? i - 1 : 0);
        }

        return Task.FromResult(new ThreadPage
        {
            Root = Message(0, null),
            Total = replies,
            Messages = messages,
            HasMore = to <= replies,
            NextToken = to <= replies ? to.ToString(CultureInfo.InvariantCulture) : null,
        });
    }

    public Task<ThreadPage> QueryThreadTalkHistoryAsync(
        ThreadTalkHistoryQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<ThreadTalkMeta>> QueryThreadTalkMetaAsync(
        ThreadTalkMetaQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    private YunxinMessage Message(int index, int? parent) => new()
    {
        ServerId = index + 1,
        ClientId = _clientIds[index],
        SenderId = "alice",
        CreateTimeMs = 1_000 + index,
        Text = Text,
        Parent = parent is { } above ? Reference(above) : null,
    };

    private MessageReference Reference(int index) =>
        index == 0 ? Root : new MessageReference(index + 1, _clientIds[index], "alice", 1_000 + index);
}
