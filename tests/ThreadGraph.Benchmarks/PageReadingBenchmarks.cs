using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.Tests.Support;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Benchmarks;

/// <summary>From the bytes of an upstream answer to the page: one call of the client, all but the network.</summary>
[MemoryDiagnoser]
[AsServed]
public class PageReadingBenchmarks
{
    private const int Limit = 100;

    private byte[] _messagePage = null!;
    private byte[] _channelPage = null!;
    private byte[] _answer = null!;
    private ThreadMessagesQuery _messageQuery = null!;
    private ThreadTalkHistoryQuery _channelQuery = null!;
    private WebApplication _server = null!;
    private IYunxinClient _client = null!;

    /// <summary>The replies on the page. With none it is what the call costs by itself.</summary>
    [Params(0, 20, 100)]
    public int Replies { get; set; }

    /// <summary>Writes the pages.</summary>
    [GlobalSetup]
    public async Task SetupAsync()
    {
        var thread = new WrittenThread(1, Replies);
        (_messagePage, _channelPage) = (thread.MessagePage(Limit), thread.ChannelPage(Limit));
        (_messageQuery, _channelQuery) = (MessageQuery(thread), ChannelQuery(thread));
        _server = await ServerInParts.CreateAsync(services =>
        {
            WrittenUpstream.AddTo(services, () => _answer);
            services.AddSingleton<TimeProvider>(new HastyTime());
        });
        _client = _server.Services.GetRequiredService<IYunxinClient>();
        if (await ReadMessagePage() != Replies || await ReadChannelPage() != Replies)
        {
            throw new InvalidOperationException("Replies were lost.");
        }
    }

    /// <summary>Gives everything back.</summary>
    [GlobalCleanup]
    public async Task CleanupAsync() => await _server.DisposeAsync();

    /// <summary>A page of IM.</summary>
    [Benchmark]
    public async Task<int> ReadMessagePage()
    {
        _answer = _messagePage;
        return (await _client.QueryThreadMessagesAsync(_messageQuery, CancellationToken.None)).Messages.Count;
    }

    /// <summary>A page of a QChat channel.</summary>
    [Benchmark]
    public async Task<int> ReadChannelPage()
    {
        _answer = _channelPage;
        return (await _client.QueryThreadTalkHistoryAsync(_channelQuery, CancellationToken.None)).Messages.Count;
    }

    private static ThreadMessagesQuery MessageQuery(WrittenThread thread) => new()
    {
        ConversationType = YunxinConversationType.P2P,
        SenderId = "alice",
        ReceiverId = "bob",
        MessageServerId = thread.Id,
        MessageClientId = thread.ClientId,
        CreateTimeMs = thread.TimeMs,
        OperatorId = "alice",
        BeginTimeMs = thread.TimeMs,
        EndTimeMs = long.MaxValue,
        Limit = Limit,
        OldestFirst = true,
    };

    private static ThreadTalkHistoryQuery ChannelQuery(WrittenThread thread) => new()
    {
        ServerId = "7001",
        ChannelId = "8001",
        MsgIdServer = thread.Id,
        MsgTimeMs = thread.TimeMs,
        AccId = "alice",
        FromTimeMs = thread.TimeMs,
        Limit = Limit,
        OldestFirst = true,
    };

    /// <summary>
    /// Takes a tenth of a second for a whole one. Else an empty page is read so fast that the largest quota, 50,000 calls a
    /// second, would be measured.
    /// </summary>
    private sealed class HastyTime : TimeProvider
    {
        public override long TimestampFrequency => base.TimestampFrequency / 10;
    }
}
