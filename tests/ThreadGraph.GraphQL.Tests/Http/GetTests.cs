using System.Net.Http.Headers;

namespace ThreadGraph.GraphQL.Tests.Http;

public sealed class GetTests
{
    [Theory]
    [InlineData("?query={a}", "{a} | - | - | - | queries only")]
    [InlineData("?query=%7Ba(b%3A%22%E7%BA%BF%22)%7D", "{a(b:\"线\")} | - | - | - | queries only")]
    [InlineData("?query=query+A{a}&operationName=A", "query A{a} | A | - | - | queries only")]
    [InlineData("?query={a}&variables=%7B%22x%22%3A1%7D", """{a} | - | {"x":1} | - | queries only""")]
    [InlineData("?query={a}&extensions=%7B%22e%22%3A1%7D", """{a} | - | - | {"e":1} | queries only""")]
    [InlineData("?query={a}&variables=null&extensions=null", "{a} | - | null | null | queries only")]
    [InlineData("?query={a}&operationName=&variables=&extensions=&other=1", "{a} | - | - | - | queries only")]
    [InlineData("?documentId=abc&variables=%7B%22x%22%3A1%7D", """#abc | - | {"x":1} | - | queries only""")]
    [InlineData(
        "?extensions=%7B%22persistedQuery%22%3A%7B%7D%7D", """ | - | - | {"persistedQuery":{}} | queries only""")]
    public async Task Query_string_is_handed_to_the_executor(string query, string asked)
    {
        await using var server = await HttpServer.StartAsync();

        var answer = await server.GetAsync(query);

        answer.Body.ShouldBe("""{"data":{"a":1}}""");
        server.Executor.Asked.ShouldBe([asked]);
    }

    [Theory]
    [InlineData("", "The parameter \"query\" is missing. It holds the document, as a string.")]
    [InlineData("?query=", "The parameter \"query\" is missing. It holds the document, as a string.")]
    [InlineData("?documentId=", "The parameter \"query\" is missing. It holds the document, as a string.")]
    [InlineData("?documentId=a&documentId=b", "The parameter \"documentId\" is given more than once.")]
    [InlineData(
        "?query={a}&documentId=abc",
        "The parameters \"query\" and \"documentId\" are both given. Send the document or its ID, not both.")]
    [InlineData("?query={a}&query={b}", "The parameter \"query\" is given more than once.")]
    [InlineData(
        "?query={a}&operationName=A&operationName=B", "The parameter \"operationName\" is given more than once.")]
    [InlineData("?query={a}&variables={}&variables={}", "The parameter \"variables\" is given more than once.")]
    [InlineData(
        "?query={a}&variables=nope", "The parameter \"variables\" is not well-formed JSON: see line 1, byte 2.")]
    [InlineData(
        "?query={a}&variables=[]", "The parameter \"variables\" must be an object or null, not an array.")]
    [InlineData(
        "?query={a}&extensions=1", "The parameter \"extensions\" must be an object or null, not a number.")]
    [InlineData(
        "?query={a}&variables={%22x%22:1,%22x%22:2}",
        "The parameter \"variables\" has a JSON object with the same key twice.")]
    public async Task Malformed_query_string_is_refused_with_400(string query, string message)
    {
        await using var server = await HttpServer.StartAsync();

        var answer = await server.GetAsync(query);

        answer.Status.ShouldBe(400);
        answer.Body.ShouldBe(ExpectedBody.BadInput(message));
        server.Executor.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("cross-site", "no-cors", "image", 400)]
    [InlineData("cross-site", "no-cors", "script", 400)]
    [InlineData("same-site", "no-cors", "style", 400)]
    [InlineData("cross-site", "navigate", "iframe", 400)]
    [InlineData("cross-site", "navigate", "document", 200)]
    [InlineData("cross-site", "cors", "empty", 200)]
    [InlineData("same-origin", "no-cors", "image", 200)]
    [InlineData("none", "navigate", "document", 200)]
    public async Task Embedding_by_another_site_is_refused(string site, string mode, string destination, int status)
    {
        await using var server = await HttpServer.StartAsync();

        var answer = await server.GetAsync(
            "?query={a}",
            null,
            ("Sec-Fetch-Site", site),
            ("Sec-Fetch-Mode", mode),
            ("Sec-Fetch-Dest", destination));

        answer.Status.ShouldBe(status);
        answer.Body.ShouldBe(status == 200
            ? """{"data":{"a":1}}"""
            : ExpectedBody.BadInput(
                "Another site's page may not embed the answer to a query. " +
                "Send the header \"GraphQL-Preflight: 1\", or use POST."));
    }

    [Fact]
    public async Task Preflight_header_is_asked_for_where_it_is_enforced()
    {
        await using var server = await HttpServer.StartAsync(
            configure: options => options.EnforceGetRequestsPreflightHeader = true);

        var without = await server.GetAsync("?query={a}");
        var with = await server.GetAsync("?query={a}", null, ("GraphQL-Preflight", "1"));

        without.Status.ShouldBe(400);
        without.Body.ShouldBe(ExpectedBody.BadInput(
            "A query by GET needs the header \"GraphQL-Preflight: 1\" here. Send it, or use POST."));
        with.Body.ShouldBe("""{"data":{"a":1}}""");
    }

    [Fact]
    public async Task Get_is_refused_with_405_where_it_is_switched_off()
    {
        await using var server = await HttpServer.StartAsync(configure: options => options.EnableGetRequests = false);

        var answer = await server.GetAsync("?query={a}");

        answer.Status.ShouldBe(405);
        answer.Allow.ShouldBe("POST");
        answer.Body.ShouldBe(ExpectedBody.BadInput(
            "This method is not served here. Use one of: POST."));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    public async Task Other_methods_are_refused_with_405(string method)
    {
        await using var server = await HttpServer.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/graphql?query={a}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/graphql-response+json"));

        var answer = await server.SendAsync(request);

        answer.Status.ShouldBe(405);
        answer.Allow.ShouldBe("GET, POST");
        answer.ContentType.ShouldBe("application/graphql-response+json; charset=utf-8");
        answer.Body.ShouldBe(ExpectedBody.BadInput(
            "This method is not served here. Use one of: GET, POST."));
    }
}
