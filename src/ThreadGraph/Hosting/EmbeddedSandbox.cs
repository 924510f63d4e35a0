using ThreadGraph.Sandbox;
using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Threads;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Hosting;

/// <summary>The sandbox as upstream, in the same process but over real HTTP, where no upstream is configured.</summary>
internal static class EmbeddedSandbox
{
    /// <summary>In Development without any upstream setting, starts the sandbox and points the upstream client at it.</summary>
    public static async Task AddEmbeddedSandboxAsync(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment() || builder.Configuration.GetSection(YunxinOptions.SectionName).Exists())
        {
            return;
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

    /// <summary>Serves the sandbox's own controls under <c>/sandbox</c>, where it is the upstream.</summary>
    public static void MapEmbeddedSandbox(this WebApplication app)
    {
        if (app.Services.GetService<SandboxStore>() is not null)
        {
            _ = app.Services.GetRequiredService<SandboxServer>();
            app.MapSandboxControl();
        }
    }
}
