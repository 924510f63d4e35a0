using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Hosting;

public sealed class CompressionTests
{
    private const string Request = """{"query":"{ viewer { accountId } }"}""";
    private const string Expected = """{"data":{"viewer":{"accountId":"alice"}}}""";

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task An_answer_is_compressed_for_a_client_that_accepts_it(string encoding)
    {
        await using var app = await TestApp.StartAsync();
        using var response = await SendAsync(app.Http, encoding);

        response.Content.Headers.ContentEncoding.ShouldBe([encoding]);
        await using var body = await response.Content.ReadAsStreamAsync();
        await using Stream plain = encoding == "br"
            ? new BrotliStream(body, CompressionMode.Decompress)
            : new GZipStream(body, CompressionMode.Decompress);
        using var reader = new StreamReader(plain, Encoding.UTF8);
        (await reader.ReadToEndAsync()).ShouldBe(Expected);
    }

    [Fact]
    public async Task An_answer_is_plain_for_a_client_that_does_not_ask()
    {
        await using var app = await TestApp.StartAsync();
        using var response = await SendAsync(app.Http, encoding: null);

        response.Content.Headers.ContentEncoding.ShouldBeEmpty();
        (await response.Content.ReadAsStringAsync()).ShouldBe(Expected);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, string? encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(Request, Encoding.UTF8, "application/json"),
        };
        if (encoding is not null)
        {
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        }

        return await http.SendAsync(request);
    }
}
