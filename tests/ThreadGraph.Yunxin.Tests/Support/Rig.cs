using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ThreadGraph.Yunxin.Tests.Support;

/// <summary>A client as a host would set it up, over a scripted upstream and a clock that stands still.</summary>
internal sealed class Rig : IDisposable
{
    public const string AppKey = "demo-key";
    public const string AppSecret = "demo-secret";

    private readonly ServiceProvider _services;
    private readonly bool _isScripted;

    /// <summary>Sets up a client; settings are keys below <c>Yunxin:</c>.</summary>
    public Rig(params (string Key, string Value)[] settings)
        : this(scripted: true, settings)
    {
    }

    private Rig(bool scripted, (string Key, string Value)[] settings)
    {
        _isScripted = scripted;
        var values = new Dictionary<string, string?> { ["Yunxin:AppKey"] = AppKey, ["Yunxin:AppSecret"] = AppSecret };
        foreach (var (key, value) in settings)
        {
            values["Yunxin:" + key] = value;
        }

        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        services.AddSingleton<TimeProvider>(Time);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        var http = services.AddYunxinClient();
        if (scripted)
        {
            http.ConfigurePrimaryHttpMessageHandler(() => Upstream);
        }

        _services = services.BuildServiceProvider();
    }

    public ManualTimeProvider Time { get; } = new();

    public ScriptedUpstream Upstream { get; } = new();

    public LogSink Log { get; } = new();

    public IYunxinClient Client => _services.GetRequiredService<IYunxinClient>();

    public IYunxinMembershipClient Members => _services.GetRequiredService<IYunxinMembershipClient>();

    public IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    /// <summary>The same over real connections.</summary>
    public static Rig OverSockets(params (string Key, string Value)[] settings) => new(scripted: false, settings);

    public Task<ThreadPage> AskAsync(ThreadMessagesQuery query) =>
        Client.QueryThreadMessagesAsync(query, CancellationToken.None);

    public Task<ThreadPage> AskAsync(ThreadTalkHistoryQuery query) =>
        Client.QueryThreadTalkHistoryAsync(query, CancellationToken.None);

    public Task<IReadOnlyList<ThreadTalkMeta>> AskAsync(ThreadTalkMetaQuery query) =>
        Client.QueryThreadTalkMetaAsync(query, CancellationToken.None);

    public Task<YunxinException> FailsAsync(ThreadMessagesQuery query) => FailsAsync(AskAsync(query));

    public Task<YunxinException> FailsAsync(ThreadTalkHistoryQuery query) => FailsAsync(AskAsync(query));

    public Task<YunxinException> FailsAsync(ThreadTalkMetaQuery query) => FailsAsync(AskAsync(query));

    /// <summary>
    /// Lets time pass until a call has ended; over a scripted upstream only, as real answers take real time.
    /// </summary>
    public async Task<TAnswer> PassTimeAsync<TAnswer>(Task<TAnswer> asking)
    {
        while (!asking.IsCompleted)
        {
            Time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        return await asking;
    }

    private Task<YunxinException> FailsAsync<TAnswer>(Task<TAnswer> asking) =>
        Should.ThrowAsync<YunxinException>(() => _isScripted ? PassTimeAsync(asking) : asking);

    public void Dispose()
    {
        _services.Dispose();
        Upstream.Dispose();
        Log.Dispose();
    }
}
