namespace ThreadGraph.GraphQL.Tests.Http;

public sealed class CostHeaderTests
{
    [Theory]
    [InlineData("report", "{a} | - | - | - | queries only | EnforceAndReport")]
    [InlineData("validate", "{a} | - | - | - | queries only | ValidateAndReport")]
    [InlineData("other", "{a} | - | - | - | queries only")]
    public async Task Header_is_handed_to_the_executor(string value, string asked)
    {
        await using var server = await HttpServer.StartAsync();

        await server.GetAsync("?query={a}", null, ("GraphQL-Cost", value));

        server.Executor.Asked.ShouldBe([asked]);
    }
}
