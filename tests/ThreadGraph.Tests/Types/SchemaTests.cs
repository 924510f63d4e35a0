using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Types;

public sealed class SchemaTests(DemoApp demo) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task Schema_is_the_one_in_the_repository()
    {
        var schema = await demo.App.Http.GetStringAsync(new Uri("/graphql?sdl", UriKind.Relative));

        schema.ShouldBe(
            Repository.Read("schema/threadgraph.graphql"),
            "Export it anew: dotnet run --project src/ThreadGraph -- schema export");
    }
}
