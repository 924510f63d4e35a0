namespace ThreadGraph.GraphQL.Tests.Http;

public sealed class CachePolicyTests
{
    [Theory]
    [InlineData(Outcome.Data, "no-cache, private", null)]
    [InlineData(Outcome.PartialData, "no-store", "no-store")]
    [InlineData(Outcome.ValidationError, "no-store", "no-store")]
    [InlineData(Outcome.MutationOverGet, "no-store", "no-store")]
    public async Task Answers_with_errors_are_not_stored_and_others_stay_private(
        Outcome outcome, string? byGet, string? byPost)
    {
        await using var server = await HttpServer.StartAsync(outcome);

        var get = await server.GetAsync("?query={a}");
        var post = await server.PostAsync("""{"query":"{a}"}""");

        get.Headers.CacheControl?.ToString().ShouldBe(byGet);
        post.Headers.CacheControl?.ToString().ShouldBe(byPost);
        get.Headers.Vary.ShouldBe(["Accept"]);
        get.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task Refusals_are_not_stored()
    {
        await using var server = await HttpServer.StartAsync();

        (await server.PostAsync("nope")).Headers.CacheControl?.ToString().ShouldBe("no-store");
        (await server.GetAsync("")).Headers.CacheControl?.ToString().ShouldBe("no-store");
    }
}
