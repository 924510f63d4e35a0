using System.Text;

namespace ThreadGraph.GraphQL.Tests.Http;

public sealed class PostTests
{
    [Theory]
    [InlineData("""{"query":"{a}"}""", "{a} | - | - | - | all")]
    [InlineData("""{"query":"{a}","operationName":"A"}""", "{a} | A | - | - | all")]
    [InlineData("""{"query":"{a}","variables":{"x":[1,{"y":"z"}]}}""", """{a} | - | {"x":[1,{"y":"z"}]} | - | all""")]
    [InlineData("""{"query":"{a}","extensions":{"e":1}}""", """{a} | - | - | {"e":1} | all""")]
    [InlineData(
        """{"query":"{a}","operationName":null,"variables":null,"extensions":null}""", "{a} | - | null | null | all")]
    [InlineData("""{"unknown":1,"query":"{a}","Query":2}""", "{a} | - | - | - | all")]
    [InlineData(""" { "query" : "{a}" } """, "{a} | - | - | - | all")]
    [InlineData(
        """{"query":"{\n\ta(b:\"\\u00e9\" c:\"\ud83d\ude00\")}"}""",
        "{\n\ta(b:\"\\u00e9\" c:\"😀\")} | - | - | - | all")]
    [InlineData("""{"query":"{a(b:\"线程🏃\")}"}""", "{a(b:\"线程🏃\")} | - | - | - | all")]
    [InlineData("\uFEFF{\"query\":\"{a}\"}", "{a} | - | - | - | all")]
    [InlineData("""{"query":""}""", " | - | - | - | all")]
    public async Task Body_is_handed_to_the_executor(string body, string asked)
    {
        await using var server = await HttpServer.StartAsync();

        var answer = await server.PostAsync(body);

        answer.Body.ShouldBe("""{"data":{"a":1}}""");
        server.Executor.Asked.ShouldBe([asked]);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=UTF-8")]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("Application/JSON")]
    [InlineData("application/json; profile=x")]
    public async Task Json_in_utf8_is_read(string contentType)
    {
        await using var server = await HttpServer.StartAsync();

        (await server.PostAsync("""{"query":"{a}"}""", contentType: contentType)).Status.ShouldBe(200);
    }

    /// <summary>The first three are what another site's page can send without the server being asked.</summary>
    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData(null)]
    [InlineData("application/graphql")]
    [InlineData("application/graphql-response+json")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=latin1")]
    [InlineData("application/jsonp")]
    [InlineData("json")]
    public async Task Other_content_types_are_refused_with_415_before_execution(string? contentType)
    {
        await using var server = await HttpServer.StartAsync();

        var answer = await server.PostAsync("""{"query":"{a}"}""", contentType: contentType);

        answer.Status.ShouldBe(415);
        answer.Body.ShouldBe(ExpectedBody.BadInput(
            "The body of a POST must be JSON in UTF-8. Send the header \"Content-Type: application/json\"."));
        server.Executor.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Compressed_body_is_refused_with_415()
    {
        await using var server = await HttpServer.StartAsync();

        var answer = await server.PostAsync(Encoding.UTF8.GetBytes("""{"query":"{a}"}"""), contentEncoding: "gzip");

        answer.Status.ShouldBe(415);
        answer.Body.ShouldBe(ExpectedBody.BadInput(
            "The body must not be compressed. Leave out the header \"Content-Encoding\"."));
    }

    [Theory]
    [InlineData("", "The request body is empty. Send a JSON object with the parameter \"query\".")]
    [InlineData("{", "The request body is not well-formed JSON: see line 1, byte 2.")]
    [InlineData("{\n\"query\": nope}", "The request body is not well-formed JSON: see line 2, byte 11.")]
    [InlineData("""{"query":"{a}"} trailing""", "The request body is not well-formed JSON: see line 1, byte 17.")]
    [InlineData("""{"query":"{a}"}{"query":"{a}"}""", "The request body is not well-formed JSON: see line 1, byte 16.")]
    [InlineData("""{"query":"{a}",}""", "The request body is not well-formed JSON: see line 1, byte 16.")]
    [InlineData("""{"query":"{a}"/**/}""", "The request body is not well-formed JSON: see line 1, byte 15.")]
    [InlineData("""{"query":"{a}","query":"{b}"}""", "The request body has a JSON object with the same key twice.")]
    [InlineData(
        """{"query":"{a}","variables":{"x":1,"x":2}}""", "The request body has a JSON object with the same key twice.")]
    [InlineData(
        """{"query":"\ud83d"}""",
        "The request body has a string with half of a surrogate pair (an escape from D800 to DFFF).")]
    [InlineData(
        """{"query":"{a}","variables":{"x":"\\\ude00\ud83d"}}""",
        "The request body has a string with half of a surrogate pair (an escape from D800 to DFFF).")]
    [InlineData(
        """[{"query":"{a}"}]""",
        "The request body is an array, but batches are not supported. Send each operation in a request of its own.")]
    [InlineData("\"{a}\"", "The request body must be a JSON object with the parameter \"query\".")]
    [InlineData("null", "The request body must be a JSON object with the parameter \"query\".")]
    [InlineData("{}", "The parameter \"query\" is missing. It holds the document, as a string.")]
    [InlineData("""{"qeury":"{a}"}""", "The parameter \"query\" is missing. It holds the document, as a string.")]
    [InlineData("""{"query":null}""", "The parameter \"query\" is missing. It holds the document, as a string.")]
    [InlineData("""{"query":1}""", "The parameter \"query\" must be a string, not a number.")]
    [InlineData("""{"query":["{a}"]}""", "The parameter \"query\" must be a string, not an array.")]
    [InlineData(
        """{"query":"{a}","operationName":{}}""",
        "The parameter \"operationName\" must be a string or null, not an object.")]
    [InlineData(
        """{"query":"{a}","variables":"{}"}""", "The parameter \"variables\" must be an object or null, not a string.")]
    [InlineData(
        """{"query":"{a}","variables":[]}""", "The parameter \"variables\" must be an object or null, not an array.")]
    [InlineData(
        """{"query":"{a}","extensions":false}""",
        "The parameter \"extensions\" must be an object or null, not a boolean.")]
    public async Task Malformed_request_is_refused_with_400_under_both_media_types(string body, string message)
    {
        await using var server = await HttpServer.StartAsync();
        var expected = ExpectedBody.BadInput(message);

        var legacy = await server.PostAsync(body, "application/json");
        var modern = await server.PostAsync(body, "application/graphql-response+json");

        (legacy.Status, legacy.ContentType).ShouldBe((400, "application/json; charset=utf-8"));
        (modern.Status, modern.ContentType).ShouldBe((400, "application/graphql-response+json; charset=utf-8"));
        legacy.Body.ShouldBe(expected);
        modern.Body.ShouldBe(expected);
        server.Executor.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(new byte[] { 0x7B, 0x22, 0xFF, 0x22, 0x7D })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    public async Task Body_that_is_not_utf8_is_refused_with_400(byte[] body)
    {
        await using var server = await HttpServer.StartAsync();

        var answer = await server.PostAsync(body);

        answer.Status.ShouldBe(400);
        answer.Body.ShouldBe(ExpectedBody.BadInput("The request body is not valid UTF-8."));
    }

    [Fact]
    public async Task Json_deeper_than_64_levels_is_refused_with_400()
    {
        await using var server = await HttpServer.StartAsync();
        var deepest = Nested(62);
        var tooDeep = Nested(63);

        (await server.PostAsync(deepest)).Status.ShouldBe(200);
        var answer = await server.PostAsync(tooDeep);

        answer.Status.ShouldBe(400);
        answer.Body.ShouldBe(
            "{\"errors\":[{\"message\":\"The request body is nested more than 64 levels deep. Send flatter values.\"," +
            "\"extensions\":{\"code\":\"DOCUMENT_LIMIT\",\"limit\":64,\"actual\":65,\"setting\":\"MaxJsonDepth\"}}]}");
    }

    [Fact]
    public async Task Body_above_the_limit_is_refused_with_413_and_one_at_the_limit_is_read()
    {
        await using var server = await HttpServer.StartAsync(configure: options => options.MaxRequestBodyBytes = 20);

        var atLimit = await server.PostAsync("""{"query":"{abcdef}"}""");
        var above = await server.PostAsync("""{"query":"{abcdefg}"}""");

        atLimit.Status.ShouldBe(200);
        above.Status.ShouldBe(413);
        above.Body.ShouldBe(
            "{\"errors\":[{\"message\":\"The request body is larger than 20 bytes. Ask for less in one request.\"," +
            "\"extensions\":{\"code\":\"DOCUMENT_LIMIT\",\"limit\":20,\"actual\":21,\"setting\":\"MaxRequestBodyBytes\"}}]}");
        server.Executor.Asked.ShouldBe(["{abcdef} | - | - | - | all"]);
    }

    [Fact]
    public async Task Body_above_the_limit_without_a_length_is_refused_with_413()
    {
        await using var server = await HttpServer.StartAsync(configure: options => options.MaxRequestBodyBytes = 20);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StreamContent(new EndlessStream()) { Headers = { { "Content-Type", "application/json" } } },
        };

        (await server.SendAsync(request)).Status.ShouldBe(413);
    }

    private static string Nested(int arrays) =>
        "{\"query\":\"{a}\",\"variables\":{\"x\":" + new string('[', arrays) + new string(']', arrays) + "}}";

    /// <summary>Spaces without end: a reader that waits for the end before it counts never comes back.</summary>
    private sealed class EndlessStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)' ');
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
