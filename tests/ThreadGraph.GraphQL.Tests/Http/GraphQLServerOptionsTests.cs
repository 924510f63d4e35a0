using ThreadGraph.GraphQL.Http;

namespace ThreadGraph.GraphQL.Tests.Http;

public sealed class GraphQLServerOptionsTests
{
    [Fact]
    public void Defaults_are_as_documented()
    {
        var options = new GraphQLServerOptions();

        options.EnableGetRequests.ShouldBeTrue();
        options.EnableSchemaRequests.ShouldBeTrue();
        options.EnforceGetRequestsPreflightHeader.ShouldBeFalse();
        options.MaxRequestBodyBytes.ShouldBe(1_048_576);
        options.MaxJsonDepth.ShouldBe(64);
    }

    [Fact]
    public async Task Limit_below_one_byte_fails_at_start() =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(
            () => HttpServer.StartAsync(configure: options => options.MaxRequestBodyBytes = 0));

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task Depth_outside_its_range_fails_at_start(int depth) =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(
            () => HttpServer.StartAsync(configure: options => options.MaxJsonDepth = depth));
}
