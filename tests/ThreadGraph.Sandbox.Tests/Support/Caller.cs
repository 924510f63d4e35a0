using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Tests.Support;

/// <summary>A sandbox on a real socket, and a caller who signs as the contract says.</summary>
internal sealed class Caller : IAsyncDisposable
{
    public const string ThreadMessagesV2 = "/im/v2/messages/actions/thread_messages";

    private readonly SandboxServer _server;
    private int _nonce;

    private Caller(SandboxServer server, SandboxStore store, ManualTime time)
    {
        (_server, Store, Time) = (server, store, time);
        Http = new HttpClient { BaseAddress = server.BaseAddress };
    }

    public HttpClient Http { get; }

    public SandboxStore Store { get; }

    public ManualTime Time { get; }

    /// <summary>Over the demo threads, unless <paramref name="fill"/> puts others in.</summary>
    public static Task<Caller> StartAsync(SandboxOptions? options = null, Action<SandboxStore>? fill = null)
    {
        var store = new SandboxStore(new ManualTime());
        (fill ?? DemoData.AddTo)(store);
        return StartAsync(store, options);
    }

    /// <summary>Over a store that others may use, too.</summary>
    public static async Task<Caller> StartAsync(SandboxStore store, SandboxOptions? options = null) =>
        new(await SandboxServer.StartAsync(store, options), store, (ManualTime)store.Time);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _server.DisposeAsync();
    }

    /// <summary>The parameters that read a demo thread from its oldest reply on.</summary>
    public Dictionary<string, string> Parameters(DemoThread thread) => new()
    {
        ["begin_time"] = Digits(thread.CreateTimeMs),
        ["end_time"] = Digits(Time.NowMs),
        ["limit"] = "100",
        ["descending"] = "true",
        ["conversation_type"] = Digits((int)thread.Conversation.Kind),
        ["operator_id"] = "alice",
        ["sender_id"] = thread.SenderId,
        ["receiver_id"] = thread.ReceiverId!,
        ["message_server_id"] = Digits(thread.ServerId),
        ["message_client_id"] = thread.ClientId,
        ["create_time"] = Digits(thread.CreateTimeMs),
    };

    /// <summary>The form that reads a demo thread from its oldest reply on.</summary>
    public static Dictionary<string, string> Form(DemoThread thread) => new()
    {
        ["serverId"] = Digits(thread.Conversation.QChatServerId),
        ["channelId"] = Digits(thread.Conversation.ChannelId),
        ["msgIdServer"] = Digits(thread.ServerId),
        ["msgTime"] = Digits(thread.CreateTimeMs),
        ["limit"] = "100",
        ["reverse"] = "true",
    };

    public Task<string> Messages(Dictionary<string, string> parameters, string path = ThreadMessagesV2) =>
        Send(MessagesRequest(parameters, path));

    public static HttpRequestMessage MessagesRequest(
        Dictionary<string, string> parameters, string path = ThreadMessagesV2)
    {
        var query = string.Join('&', parameters.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"));
        return new HttpRequestMessage(HttpMethod.Get, $"{path}?{query}");
    }

    public Task<string> Talk(Dictionary<string, string> form) => Send(TalkRequest(form));

    public static HttpRequestMessage TalkRequest(Dictionary<string, string> form) =>
        new(HttpMethod.Post, "/nimserver/qchat/queryThreadTalkHistory.action")
        {
            Content = new FormUrlEncodedContent(form),
        };

    public Task<string> QChat(string action, Dictionary<string, string> form) =>
        Send(new HttpRequestMessage(HttpMethod.Post, $"/nimserver/qchat/{action}.action")
        {
            Content = new FormUrlEncodedContent(form),
        });

    /// <summary>Signs with what the request does not carry yet, sends, and expects HTTP 200 with JSON.</summary>
    public Task<string> Send(HttpRequestMessage request) => SendAsItIs(Sign(request));

    public async Task<string> SendAsItIs(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request);
        ((int)response.StatusCode).ShouldBe(200);
        response.Content.Headers.ContentType!.ToString().ShouldBe("application/json; charset=utf-8");
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Signs, sends, and takes whatever comes.</summary>
    public async Task<(int Status, string? ContentType, string Body)> SendForAnything(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(Sign(request));
        var body = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), body);
    }

    public HttpRequestMessage Sign(HttpRequestMessage request)
    {
        var nonce = request.Headers.TryGetValues("Nonce", out var given) ? given.Single() : Digits(++_nonce);
        var curTime = Digits(Time.NowMs / 1000);
        Add("AppKey", "sandbox");
        Add("Nonce", nonce);
        Add("CurTime", curTime);
        Add("CheckSum", CheckSum("sandbox-secret", nonce, curTime));
        return request;

        void Add(string name, string value)
        {
            if (!request.Headers.Contains(name))
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    [SuppressMessage("Security", "CA5350", Justification = "SHA-1 is the upstream's choice (upstream.md 1.1, S).")]
    public static string CheckSum(string secret, string nonce, string curTime) =>
        Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(secret + nonce + curTime))).ToLowerInvariant();

    public static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);
}
