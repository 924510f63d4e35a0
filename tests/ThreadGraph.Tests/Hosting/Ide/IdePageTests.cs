using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Hosting;
using ThreadGraph.Hosting.Ide;

namespace ThreadGraph.Tests.Hosting.Ide;

public sealed class IdePageTests : IDisposable
{
    private const string Html = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("threadgraph-ide-");

    public IdePageTests()
    {
        Write("outside.txt", "outside");
        Write("ide/index.html", "<!doctype html><title>IDE</title>");
        Write("ide/LICENSE", "Licence");
        Write("ide/static/js/main.0349187e.js", "main()");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Browser_is_sent_to_the_address_with_a_slash_and_gets_the_page_there()
    {
        await using var app = await StartAsync();

        using var address = await GetAsync(app, "/graphql", Html);
        using var page = await GetAsync(app, "/graphql/", Html);

        address.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        address.Headers.Location?.OriginalString.ShouldBe("/graphql/");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Content.Headers.ContentType?.ToString().ShouldBe("text/html; charset=utf-8");
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("connect-src 'self';");
        (await page.Content.ReadAsStringAsync()).ShouldBe("<!doctype html><title>IDE</title>");
    }

    [Fact]
    public async Task Page_is_told_to_use_its_own_address_and_to_send_no_telemetry()
    {
        await using var app = await StartAsync();

        using var configuration = await GetAsync(app, "/graphql/bcp-config.json", "*/*");

        configuration.Content.Headers.ContentType?.ToString().ShouldBe("application/json; charset=utf-8");
        (await configuration.Content.ReadAsStringAsync()).ShouldBe(
            """{"title":"ThreadGraph","useBrowserUrlAsEndpoint":true,"useGet":false,"disableTelemetry":true}""");
    }

    [Theory]
    [InlineData(
        "/graphql/static/js/main.0349187e.js", "text/javascript", "public, max-age=31536000, immutable", "main()")]
    [InlineData("/graphql/LICENSE", "text/plain; charset=utf-8", "no-cache", "Licence")]
    public async Task Files_have_their_type_and_are_cached_as_long_as_their_name_allows(
        string path, string contentType, string cacheControl, string body)
    {
        await using var app = await StartAsync();

        using var file = await GetAsync(app, path, "*/*");

        file.Content.Headers.ContentType?.ToString().ShouldBe(contentType);
        file.Headers.GetValues("Cache-Control").ShouldBe([cacheControl]);
        file.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await file.Content.ReadAsStringAsync()).ShouldBe(body);
    }

    [Theory]
    [InlineData("/graphql", "application/json")]
    [InlineData("/graphql", "*/*")]
    [InlineData("/graphql", null)]
    [InlineData("/graphql", "text/html;q=0, */*")]
    [InlineData("/graphql?query={viewer{id}}", Html)]
    [InlineData("/graphql?sdl", Html)]
    [InlineData("/graphql/?sdl", Html)]
    [InlineData("/graphql/nothing", Html)]
    [InlineData("/graphql/%2e%2e/outside.txt", Html)]
    [InlineData("/graphql/..%2foutside.txt", Html)]
    [InlineData("/graphql/static/..%5c..%5c..%5coutside.txt", Html)]
    [InlineData("/graphqlx", Html)]
    [InlineData("/other", Html)]
    public async Task Everything_else_goes_on_to_the_endpoints(string path, string? accept)
    {
        await using var app = await StartAsync();

        using var response = await GetAsync(app, path, accept);

        (await response.Content.ReadAsStringAsync()).ShouldBe("endpoint");
    }

    [Fact]
    public async Task Post_goes_on_to_the_endpoints()
    {
        await using var app = await StartAsync();
        using var client = app.GetTestClient();
        client.DefaultRequestHeaders.Add("Accept", Html);

        using var response = await client.PostAsync(new Uri("/graphql", UriKind.Relative), null);

        (await response.Content.ReadAsStringAsync()).ShouldBe("endpoint");
    }

    [Theory]
    [InlineData("Development", null, true)]
    [InlineData("Development", "false", false)]
    [InlineData("Production", null, false)]
    [InlineData("Production", "true", true)]
    public async Task Page_is_there_in_development_unless_the_option_says_otherwise(
        string environment, string? enabled, bool expected)
    {
        await using var app = await StartAsync(environment, enabled);

        using var page = await GetAsync(app, "/graphql/", Html);

        (await page.Content.ReadAsStringAsync() != "endpoint").ShouldBe(expected);
    }

    [Fact]
    public async Task Page_says_what_to_install_where_the_build_had_no_npm()
    {
        await using var app = await StartAsync(folder: "nothing");

        using var page = await GetAsync(app, "/graphql/", Html);

        page.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        page.Content.Headers.ContentType?.ToString().ShouldBe("text/html; charset=utf-8");
        var text = await page.Content.ReadAsStringAsync();
        text.ShouldContain("<h1>The GraphQL IDE is not installed</h1>");
        text.ShouldContain("Install Node.js 20 with npm");
        text.ShouldContain("dotnet build src/ThreadGraph\n");
    }

    private async Task<WebApplication> StartAsync(
        string environment = "Development", string? enabled = null, string folder = "ide")
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseTestServer();
        if (enabled is not null)
        {
            builder.Configuration["Ide:Enabled"] = enabled;
        }

        builder.Services.AddIde();
        var app = builder.Build();
        app.UseIde("/graphql", Path.Combine(_folder.FullName, folder));
        app.Run(context => context.Response.WriteAsync("endpoint"));
        await app.StartAsync();
        return app;
    }

    private static async Task<HttpResponseMessage> GetAsync(WebApplication app, string path, string? accept)
    {
        using var client = app.GetTestClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
        {
            request.Headers.Add("Accept", accept);
        }

        return await client.SendAsync(request);
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
