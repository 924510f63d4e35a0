using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Hosting;

public sealed class RequestExecutorWarmupTests
{
    [Fact]
    public async Task Wrong_schema_stops_the_start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddGraphQLServer();
        using var host = builder.Build();

        var failure = await Should.ThrowAsync<SchemaException>(() => host.StartAsync());

        failure.Message.ShouldBe("A schema needs a query root: annotate a static class with [QueryType].");
    }
}
