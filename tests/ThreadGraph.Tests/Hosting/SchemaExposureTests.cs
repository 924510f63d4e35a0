using System.Net;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Hosting;

public sealed class SchemaExposureTests
{
    private static readonly string[] AllOn =
    [
        "--GraphQL:EnableIntrospection=true", "--GraphQL:EnableSuggestions=true", "--GraphQL:EnableSchemaRequests=true",
    ];

    [Theory(DisplayName = "the schema is told in Development, and elsewhere where a setting says so")]
    [InlineData("Development", false, true)]
    [InlineData("Production", false, false)]
    [InlineData("Production", true, true)]
    public async Task Schema_is_told_where_it_should_be(string environment, bool settings, bool isTold)
    {
        await using var app = await TestApp.StartAsync(
            fill: static _ => { }, environment: environment, settings: [.. Bearer.Settings, .. settings ? AllOn : []]);
        var bearer = Bearer.For("alice");

        var introspection = await app.QueryAsync("{ __schema { queryType { name } } }", bearer: bearer);
        var mistake = await app.QueryAsync("{ viewr { id } }", bearer: bearer);
        app.Http.DefaultRequestHeaders.Authorization = new("Bearer", bearer);
        using var sdl = await app.Http.GetAsync("/graphql?sdl");

        introspection.Body.Contains("\"queryType\"", StringComparison.Ordinal).ShouldBe(isTold);
        mistake.Body.Contains("Did you mean \\\"viewer\\\"?", StringComparison.Ordinal).ShouldBe(isTold);
        mistake.Body.Contains("\"viewer\\", StringComparison.Ordinal).ShouldBe(isTold);
        sdl.StatusCode.ShouldBe(isTold ? HttpStatusCode.OK : HttpStatusCode.BadRequest);
    }
}
