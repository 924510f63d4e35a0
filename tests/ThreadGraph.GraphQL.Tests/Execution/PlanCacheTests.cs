using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.GraphQL.Execution;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Execution;

/// <summary>Which plans are kept with their documents.</summary>
public sealed class PlanCacheTests
{
    [Theory(DisplayName = "a plan is kept unless it is out of all proportion to its document")]
    [InlineData(10, 1)]
    [InlineData(20, 2)]
    public async Task Plan_is_kept_in_proportion_to_its_document(int width, int compilations)
    {
        await using var server = TestServer.Create(
            static builder => builder.AddDiagnosticEventListener<Listener>().Services.AddSingleton<Heard>(), typeof(Query));
        var query = $"{{ {Repeat(width, static i => $"a{i}: place {{ ...A }}")} }} "
            + $"fragment A on Place {{ {Repeat(width, static i => $"b{i}: number")} }}";

        var first = await server.Execute(query);
        var second = await server.Execute(query);

        second.ShouldBe(first);
        first.ShouldStartWith("{\"data\":{\"a0\":{\"b0\":1,\"b1\":1,");
        server.Services.GetRequiredService<Heard>().Compilations.ShouldBe(compilations);
    }

    private static string Repeat(int count, Func<int, string> part) =>
        string.Join(' ', Enumerable.Range(0, count).Select(part));

    public sealed class Heard
    {
        public int Compilations { get; set; }
    }

    public sealed class Listener(Heard heard) : ExecutionDiagnosticEventListener
    {
        public override IDisposable CompileOperation(RequestContext context)
        {
            heard.Compilations++;
            return base.CompileOperation(context);
        }
    }

    [QueryType]
    public static class Query
    {
        public static Place GetPlace() => new(1);
    }

    public sealed record Place(int Number);
}
