using System.Text;
using Microsoft.AspNetCore.Http;
using ThreadGraph.GraphQL.Http;

namespace ThreadGraph.GraphQL.Tests.Http;

public sealed class SchemaTransportTests
{
    [Theory]
    [InlineData("GET", "?sdl", true, true)]
    [InlineData("GET", "?SDL", true, true)]
    [InlineData("GET", "?sdl=1&query={a}", true, true)]
    [InlineData("GET", "?query={a}", true, false)]
    [InlineData("POST", "?sdl", true, false)]
    [InlineData("GET", "?sdl", false, false)]
    public void Get_with_sdl_is_taken_while_schema_requests_are_on(
        string method, string query, bool enabled, bool expected)
    {
        var context = new DefaultHttpContext { Request = { Method = method, QueryString = new QueryString(query) } };
        var transport = new SchemaTransport(() => "", new GraphQLServerOptions { EnableSchemaRequests = enabled });

        transport.IsMine(context.Request).ShouldBe(expected);
    }

    [Fact]
    public async Task Sdl_is_handed_out_as_a_file_and_printed_once()
    {
        var printed = 0;
        var transport = new SchemaTransport(
            () => $"# {++printed}: 线\ntype Query {{ a: Int }}\n", new GraphQLServerOptions());

        for (var i = 0; i < 2; i++)
        {
            using var body = new MemoryStream();
            var context = new DefaultHttpContext { Response = { Body = body } };
            await transport.ServeAsync(context);

            context.Response.StatusCode.ShouldBe(200);
            context.Response.ContentType.ShouldBe("application/graphql; charset=utf-8");
            context.Response.ContentLength.ShouldBe(31);
            context.Response.Headers.ContentDisposition.ToString()
                .ShouldBe("attachment; filename=\"schema.graphql\"");
            context.Response.Headers.CacheControl.ToString().ShouldBe("no-cache");
            Encoding.UTF8.GetString(body.ToArray()).ShouldBe("# 1: 线\ntype Query { a: Int }\n");
        }
    }
}
