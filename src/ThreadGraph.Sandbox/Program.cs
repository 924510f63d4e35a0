namespace ThreadGraph.Sandbox;

/// <summary>The sandbox alone: both endpoint families and the control endpoints, over real HTTP.</summary>
/// <remarks>
/// A class of its own name space, so that a program embedding the sandbox keeps its own <c>Program</c>.
/// </remarks>
internal static class Program
{
    private const string DefaultUrl = "http://localhost:5090";

    private static async Task Main(string[] args)
    {
        await using var app = Build(args);
        await app.RunAsync();
    }

    internal static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Services.AddSandbox(builder.Configuration.GetSection(SandboxOptions.SectionName));
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        var app = builder.Build();
        app.MapSandboxUpstream();
        app.MapSandboxControl();
        return app;
    }
}
