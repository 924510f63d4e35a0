using ThreadGraph.Sandbox;
using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Hosting;

/// <summary>The sandbox as upstream, in the same process but over real HTTP.</summary>
internal static class EmbeddedSandbox
{
    private const string EnabledSetting = "Sandbox:Enabled";

    /// <summary>
    /// Starts the sandbox and points the upstream client at it: in Development without any upstream setting, anywhere else
    /// where <c>Sandbox:Enabled</c> says so.
    /// </summary>
    /// <exception cref="InvalidOperationException">An upstream is configured, too.</exception>
    public static async Task AddEmbeddedSandboxAsync(this WebApplicationBuilder builder)
    {
        var isConfigured = builder.Configuration.GetSection(YunxinOptions.SectionName).Exists();
        var isNamed = builder.Configuration.GetValue<bool?>(EnabledSetting);
        if (!(isNamed ?? (builder.Environment.IsDevelopment() && !isConfigured)))
        {
            return;
        }

        if (isConfigured)
        {
            throw new InvalidOperationException(
                $"{EnabledSetting} is true, but {YunxinOptions.SectionName} names an upstream, too; give one of the two, not both.");
        }

        var store = DemoData.CreateStore(TimeProvider.System);
        var options = builder.Configuration.GetSection(SandboxOptions.SectionName).Get<SandboxOptions>() ?? new SandboxOptions();
        var server = await SandboxServer.StartAsync(store, options);
        builder.Services.AddSingleton(store);
        builder.Services.AddSingleton(_ => server); // As a factory, so that the container stops it.
        builder.Services.Configure<YunxinOptions>(yunxin =>
        {
            yunxin.AppKey = options.AppKey;
            yunxin.AppSecret = options.AppSecret;
            yunxin.MessageApi.Add(server.BaseAddress.AbsoluteUri);
            yunxin.QChatApi.Add(new Uri(server.BaseAddress, "nimserver").AbsoluteUri);
        });
    }

    /// <summary>Serves the sandbox's own controls under <c>/sandbox</c>, where it is the upstream, in Development.</summary>
    public static void MapEmbeddedSandbox(this WebApplication app)
    {
        if (app.Services.GetService<SandboxServer>() is not null && app.Environment.IsDevelopment())
        {
            app.MapSandboxControl();
        }
    }
}
