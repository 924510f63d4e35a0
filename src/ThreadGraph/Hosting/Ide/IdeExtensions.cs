using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;

namespace ThreadGraph.Hosting.Ide;

/// <summary>Serves Banana Cake Pop at the GraphQL address, from files of the build output alone.</summary>
internal static class IdeExtensions
{
    /// <summary>Files under this path have a hash of their content in their name.</summary>
    private const string HashedFiles = "/static/";

    /// <summary>Reads <see cref="IdeOptions"/> from the configuration.</summary>
    public static IServiceCollection AddIde(this IServiceCollection services)
    {
        services.AddOptions<IdeOptions>()
            .Configure<IHostEnvironment>(static (options, environment) => options.Enabled = environment.IsDevelopment())
            .BindConfiguration(IdeOptions.SectionName);
        return services;
    }

    /// <summary>Answers browsers at an address with the IDE; everything else goes on to the endpoints.</summary>
    public static IApplicationBuilder UseIde(this IApplicationBuilder app, string path) =>
        app.UseIde(path, Path.Combine(AppContext.BaseDirectory, "ide"));

    /// <summary>The same, from the files of a folder; one that is not there makes the page say so.</summary>
    public static IApplicationBuilder UseIde(this IApplicationBuilder app, string path, string folder)
    {
        if (!app.ApplicationServices.GetRequiredService<IOptions<IdeOptions>>().Value.Enabled)
        {
            return app;
        }

        app.UseMiddleware<IdePageMiddleware>(new PathString(path), Path.Combine(folder, "index.html"));
        return Directory.Exists(folder) ? app.UseStaticFiles(FilesOf(folder, path)) : app;
    }

    private static StaticFileOptions FilesOf(string folder, string path) => new()
    {
        FileProvider = new PhysicalFileProvider(folder),
        RequestPath = path,
        ContentTypeProvider = new FileExtensionContentTypeProvider(),
        // The licence has no extension.
        ServeUnknownFileTypes = true,
        DefaultContentType = "text/plain; charset=utf-8",
        OnPrepareResponse = static file =>
        {
            var headers = file.Context.Response.Headers;
            headers.ContentSecurityPolicy = IdePageMiddleware.ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers.CacheControl = file.Context.Request.Path.Value!.Contains(HashedFiles, StringComparison.Ordinal)
                ? "public, max-age=31536000, immutable"
                : "no-cache";
        },
    };
}
