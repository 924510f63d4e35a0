namespace ThreadGraph.GraphQL.Tests.Http;

/// <summary>GraphQL over HTTP, "Status Codes": Accept × outcome → status × Content-Type.</summary>
public sealed class StatusCodeTests
{
    private const string Json = "application/json";
    private const string Modern = "application/graphql-response+json";
    private const string Both = "application/graphql-response+json, application/json;q=0.9";

    [Theory]
    [InlineData(null, Outcome.Data, 200, Json)]
    [InlineData(null, Outcome.PartialData, 200, Json)]
    [InlineData(null, Outcome.NullData, 200, Json)]
    [InlineData(null, Outcome.ParseError, 200, Json)]
    [InlineData(null, Outcome.ValidationError, 200, Json)]
    [InlineData(null, Outcome.CoercionError, 200, Json)]
    [InlineData(null, Outcome.DocumentLimit, 200, Json)]
    [InlineData(null, Outcome.InternalError, 200, Json)]
    [InlineData("*/*", Outcome.Data, 200, Json)]
    [InlineData("*/*", Outcome.ValidationError, 200, Json)]
    [InlineData(Json, Outcome.Data, 200, Json)]
    [InlineData(Json, Outcome.PartialData, 200, Json)]
    [InlineData(Json, Outcome.NullData, 200, Json)]
    [InlineData(Json, Outcome.ParseError, 200, Json)]
    [InlineData(Json, Outcome.ValidationError, 200, Json)]
    [InlineData(Json, Outcome.CoercionError, 200, Json)]
    [InlineData(Json, Outcome.DocumentLimit, 200, Json)]
    [InlineData(Json, Outcome.InternalError, 200, Json)]
    [InlineData(Modern, Outcome.Data, 200, Modern)]
    [InlineData(Modern, Outcome.PartialData, 200, Modern)]
    [InlineData(Modern, Outcome.NullData, 200, Modern)]
    [InlineData(Modern, Outcome.ParseError, 400, Modern)]
    [InlineData(Modern, Outcome.ValidationError, 400, Modern)]
    [InlineData(Modern, Outcome.CoercionError, 400, Modern)]
    [InlineData(Modern, Outcome.DocumentLimit, 400, Modern)]
    [InlineData(Modern, Outcome.InternalError, 500, Modern)]
    [InlineData(Both, Outcome.Data, 200, Modern)]
    [InlineData(Both, Outcome.ValidationError, 400, Modern)]
    public async Task Accept_and_outcome_give_status_and_content_type(
        string? accept, Outcome outcome, int status, string contentType)
    {
        await using var server = await HttpServer.StartAsync(outcome);

        var post = await server.PostAsync("""{"query":"{a}"}""", accept);
        var get = await server.GetAsync("?query={a}", accept);

        (post.Status, post.ContentType).ShouldBe((status, contentType + "; charset=utf-8"));
        (get.Status, get.ContentType).ShouldBe((status, contentType + "; charset=utf-8"));
    }

    [Theory]
    [InlineData(Json)]
    [InlineData(Modern)]
    public async Task Mutation_over_get_is_refused_with_405_and_the_way_out(string accept)
    {
        await using var server = await HttpServer.StartAsync(Outcome.MutationOverGet);

        var answer = await server.GetAsync("?query=mutation{a}", accept);

        answer.Status.ShouldBe(405);
        answer.Allow.ShouldBe("POST");
        answer.Body.ShouldBe("""{"errors":[{"message":"Use POST.","extensions":{"code":"BAD_USER_INPUT"}}]}""");
    }

    [Theory]
    [InlineData(Outcome.Data, """{"data":{"a":1}}""")]
    [InlineData(Outcome.PartialData, """{"errors":[{"message":"Boom."}],"data":{"a":null}}""")]
    [InlineData(Outcome.NullData, """{"errors":[{"message":"Boom."}],"data":null}""")]
    [InlineData(Outcome.DocumentLimit, """{"errors":[{"message":"No.","extensions":{"code":"DOCUMENT_LIMIT"}}]}""")]
    public async Task Body_is_the_response_map(Outcome outcome, string body)
    {
        await using var server = await HttpServer.StartAsync(outcome);

        (await server.PostAsync("""{"query":"{a}"}""")).Body.ShouldBe(body);
    }
}
