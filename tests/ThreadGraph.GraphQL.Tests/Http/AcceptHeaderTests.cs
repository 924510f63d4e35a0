namespace ThreadGraph.GraphQL.Tests.Http;

public sealed class AcceptHeaderTests
{
    private const string Json = "application/json";
    private const string Modern = "application/graphql-response+json";

    [Theory]
    [InlineData("application/json, application/graphql-response+json;q=0.9", Json)]
    [InlineData("application/json;q=0.5, application/graphql-response+json", Modern)]
    [InlineData("application/json, application/graphql-response+json", Modern)]
    [InlineData("APPLICATION/GRAPHQL-RESPONSE+JSON", Modern)]
    [InlineData("application/graphql-response+json;charset=UTF-8", Modern)]
    [InlineData("application/graphql-response+json;charset=utf-16, application/json", Json)]
    [InlineData("application/graphql-response+json, */*", Modern)]
    [InlineData("application/graphql-response+json;q=0.1, */*", Json)]
    [InlineData("application/graphql-response+json;q=0, */*;q=0.1", Json)]
    [InlineData("application/json;q=0, */*;q=0.1", Modern)]
    [InlineData("application/*", Json)]
    [InlineData("application/*;q=0.2, application/graphql-response+json;q=0.3", Modern)]
    [InlineData("text/html, application/xhtml+xml, application/xml;q=0.9, image/avif, */*;q=0.8", Json)]
    [InlineData("text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2", Json)]
    [InlineData("", Json)]
    public async Task Accept_header_chooses_the_media_type(string accept, string contentType)
    {
        await using var server = await HttpServer.StartAsync();

        var answer = await server.PostAsync("""{"query":"{a}"}""", accept);

        (answer.Status, answer.ContentType).ShouldBe((200, contentType + "; charset=utf-8"));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/html")]
    [InlineData("text/event-stream")]
    [InlineData("application/xml, text/*")]
    [InlineData("application/json;q=0")]
    [InlineData("*/*;q=0")]
    [InlineData("application/json;charset=latin1")]
    [InlineData("no media type")]
    public async Task Unservable_accept_header_is_refused_with_406_before_execution(string accept)
    {
        await using var server = await HttpServer.StartAsync();

        foreach (var answer in new[]
        {
            await server.PostAsync("""{"query":"{a}"}""", accept), await server.GetAsync("?query={a}", accept),
        })
        {
            answer.Status.ShouldBe(406);
            answer.ContentType.ShouldBe("application/json; charset=utf-8");
            answer.Body.ShouldBe(ExpectedBody.BadInput(
                "No media type in \"Accept\" can be served. Accept " +
                "\"application/graphql-response+json\" or \"application/json\", in UTF-8."));
        }

        server.Executor.Asked.ShouldBeEmpty();
    }
}
