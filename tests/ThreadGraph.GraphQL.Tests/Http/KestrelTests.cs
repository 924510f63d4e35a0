using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ThreadGraph.GraphQL.Execution;

namespace ThreadGraph.GraphQL.Tests.Http;

/// <summary>What only the real server shows: framing and its own limits.</summary>
public sealed class KestrelTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(100_000)]
    public async Task Answer_has_its_length_and_no_chunks(int repeats)
    {
        var data = $$"""{"a":"{{string.Concat(Enumerable.Repeat("线程", repeats))}}"}""";
        await using var app = await StartAsync(() => Outcomes.Executed(data));
        using var client = new HttpClient();

        using var response = await client.GetAsync(new Uri(AddressOf(app), "/graphql?query={a}"));

        response.Content.Headers.ContentLength.ShouldBe(Encoding.UTF8.GetByteCount(data) + """{"data":}""".Length);
        response.Headers.TransferEncodingChunked.ShouldNotBe(true);
        (await response.Content.ReadAsStringAsync()).ShouldBe($$"""{"data":{{data}}}""");
    }

    [Fact]
    public async Task Large_body_in_many_pieces_is_read_whole()
    {
        var executor = new StubExecutor(() => Outcome.Data.ToResult());
        await using var app = await StartAsync(executor);
        using var client = new HttpClient();
        var document = "{a}" + new string(' ', 1_000_000);
        using var content = new StringContent($$"""{"query":"{{document}}"}""", Encoding.UTF8, "application/json");

        using var response = await client.PostAsync(new Uri(AddressOf(app), "/graphql"), content);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        executor.Asked.ShouldBe([document + " | - | - | - | all"]);
    }

    [Fact]
    public async Task Body_above_the_servers_own_limit_is_refused_with_413()
    {
        await using var app = await StartAsync(
            new StubExecutor(() => Outcome.Data.ToResult()), maxServerBodyBytes: 10);
        using var client = new HttpClient();
        using var content = new StringContent("""{"query":"{a}"}""", Encoding.UTF8, "application/json");

        using var response = await client.PostAsync(new Uri(AddressOf(app), "/graphql"), content);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await response.Content.ReadAsStringAsync()).ShouldBe(ExpectedBody.BadInput(
            "The request body could not be read to its end."));
    }

    [Fact]
    public async Task Broken_chunk_is_refused_with_400()
    {
        await using var app = await StartAsync(new StubExecutor(() => Outcome.Data.ToResult()));
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, AddressOf(app).Port);
        await using var stream = client.GetStream();

        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" +
                "Transfer-Encoding: chunked\r\n\r\nnope"));
        using var reader = new StreamReader(stream);

        (await reader.ReadLineAsync()).ShouldBe("HTTP/1.1 400 Bad Request");
    }

    private static Task<WebApplication> StartAsync(Func<OperationResult> answer) =>
        StartAsync(new StubExecutor(answer));

    private static async Task<WebApplication> StartAsync(IRequestExecutor executor, long? maxServerBodyBytes = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = maxServerBodyBytes);
        builder.Services.AddSingleton(executor);
        var app = builder.Build();
        app.MapGraphQL();
        await app.StartAsync();
        return app;
    }

    private static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses.Single());
}
