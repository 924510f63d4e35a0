using ThreadGraph.Access;
using ThreadGraph.Hosting;
using ThreadGraph.Hosting.Ide;

var app = await CreateAsync(args);
return await app.RunWithGraphQLCommandsAsync(args, schemaFile: "schema/threadgraph.graphql");

/// <summary>The server: what it consists of, and in which order a request meets it.</summary>
internal sealed partial class Program
{
    /// <summary>Puts the server together.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="configure">Changes what was registered; for a host that is not the command line.</param>
    internal static async Task<WebApplication> CreateAsync(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.AddServerHeader = false);
        builder.AddSecretFiles();

        // Where threads come from: Yunxin, or in Development without any setting the sandbox in this process.
        builder.Services.AddYunxinClient();
        await builder.AddEmbeddedSandboxAsync();

        // What is asked, and who asks.
        builder.Services.AddAccess();
        builder.Services.AddThreads();
        builder.Services.AddGraphQLSurface();
        builder.Services.AddHealthChecks().AddCheck<StartedCheck>("started");
        builder.Services.AddCompression();
        builder.Services.AddIde();
        builder.AddTelemetry();
        configure?.Invoke(builder);

        var app = builder.Build();

        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseCorsSettings();
        app.UseAccess();

        app.UseIde("/graphql");
        app.MapGraphQL("/graphql").RequireSignIn();
        app.MapHealth();
        app.MapMetrics();
        app.MapEmbeddedSandbox();
        return app;
    }
}
