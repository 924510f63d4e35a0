using System.Buffers;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace ThreadGraph.Floor;

/// <summary>Makes the signed calls (upstream.md 1.1, 3 and 5) and copies the answers unparsed.</summary>
/// <param name="address">Where the stand-in of both APIs listens.</param>
internal sealed class Upstream(string address) : IDisposable
{
    private const string AppKey = "load";
    private const string AppSecret = "load-secret";
    private const int PageSize = 100;

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
    });

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    /// <summary>Copies one page of a thread of either API.</summary>
    public async Task CopyPageAsync(ThreadRoot root, int limit, bool oldestFirst, HttpResponse response)
    {
        using var request = root.Message is { } message
            ? MessagePage(message, limit, oldestFirst, token: null)
            : ChannelPage(root.ChannelMessage!, limit, oldestFirst);
        using var answer = await SendAsync(request);
        await answer.Content.CopyToAsync(response.Body);
    }

    /// <summary>Copies all pages of a thread, one after another; the token of the next is sought in the bytes.</summary>
    public async Task CopyPagesAsync(MessageRoot root, HttpResponse response)
    {
        string? token = null;
        do
        {
            using var request = MessagePage(root, PageSize, oldestFirst: true, token);
            using var answer = await SendAsync(request);
            token = await CopyAsync(answer.Content, response);
        }
        while (token is not null);
    }

    /// <summary>Copies one page of each thread; all are asked for at the same time.</summary>
    public async Task CopyAllAsync(ThreadRoot[] roots, int limit, HttpResponse response)
    {
        var answers = await Task.WhenAll(roots.Select(async root =>
        {
            using var request = MessagePage(root.Message!, limit, oldestFirst: false, token: null);
            return await SendAsync(request);
        }));
        foreach (var answer in answers)
        {
            await answer.Content.CopyToAsync(response.Body);
            answer.Dispose();
        }
    }

    private static async Task<string?> CopyAsync(HttpContent content, HttpResponse response)
    {
        var length = (int)content.Headers.ContentLength!.Value;
        var page = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            await using var stream = await content.ReadAsStreamAsync();
            await stream.ReadExactlyAsync(page.AsMemory(0, length));
            await response.Body.WriteAsync(page.AsMemory(0, length));
            return TokenIn(page.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(page);
        }
    }

    private static string? TokenIn(ReadOnlySpan<byte> page)
    {
        var name = "\"next_token\":\""u8;
        var start = page.IndexOf(name);
        if (start < 0)
        {
            return null;
        }

        var token = page[(start + name.Length)..];
        return Encoding.ASCII.GetString(token[..token.IndexOf((byte)'"')]);
    }

    private HttpRequestMessage MessagePage(MessageRoot root, int limit, bool oldestFirst, string? token)
    {
        var created = root.CreatedAt.ToUnixTimeMilliseconds();
        var page = token is null ? "" : $"&page_token={Uri.EscapeDataString(token)}";
        var request = new HttpRequestMessage(
            HttpMethod.Get,
            $"{address}/im/v2.1/messages/actions/thread_messages?begin_time={created}&end_time={Tomorrow()}{page}"
            + $"&limit={limit}&descending={(oldestFirst ? "true" : "false")}&conversation_type=1"
            + $"&sender_id={Uri.EscapeDataString(root.SenderId)}&receiver_id={Uri.EscapeDataString(root.ReceiverId)}"
            + $"&message_server_id={root.MessageId}&message_client_id={Uri.EscapeDataString(root.ClientMessageId)}"
            + $"&create_time={created}")
        {
            Content = new ReadOnlyMemoryContent(ReadOnlyMemory<byte>.Empty),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json;charset=UTF-8");
        Sign(request, "X-custom-traceid");
        return request;
    }

    private HttpRequestMessage ChannelPage(ChannelMessageRoot root, int limit, bool oldestFirst)
    {
        var created = root.CreatedAt.ToUnixTimeMilliseconds();
        var form = $"serverId={root.QchatServerId}&channelId={root.ChannelId}&msgIdServer={root.MessageId}&msgTime={created}"
            + $"&accid=alice&fromTime={created}&toTime={Tomorrow()}&limit={limit}&reverse={(oldestFirst ? "true" : "false")}";
        var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/nimserver/qchat/queryThreadTalkHistory.action")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(form)),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded;charset=utf-8");
        Sign(request, "RequestId");
        return request;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode is HttpStatusCode.OK
            ? answer
            : throw new HttpRequestException($"The upstream answered with {(int)answer.StatusCode}.");
    }

    private static long Tomorrow() => DateTimeOffset.UtcNow.AddDays(1).ToUnixTimeMilliseconds();

    private static void Sign(HttpRequestMessage request, string traceHeader)
    {
        Span<byte> random = stackalloc byte[16];
        RandomNumberGenerator.Fill(random);
        var nonce = Convert.ToHexStringLower(random);
        var time = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
#pragma warning disable CA5350 // The upstream's contract asks for SHA-1 (upstream.md 1.1).
        var hash = SHA1.HashData(Encoding.UTF8.GetBytes(AppSecret + nonce + time));
#pragma warning restore CA5350
        request.Headers.TryAddWithoutValidation("AppKey", AppKey);
        request.Headers.TryAddWithoutValidation("Nonce", nonce);
        request.Headers.TryAddWithoutValidation("CurTime", time);
        request.Headers.TryAddWithoutValidation("CheckSum", Convert.ToHexStringLower(hash));
        request.Headers.TryAddWithoutValidation(traceHeader, Guid.NewGuid().ToString("N"));
    }
}
