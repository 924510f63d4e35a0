using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.GraphQL.Execution;

namespace ThreadGraph.GraphQL.Tests.Execution;

/// <summary>An executor over some annotated classes, and the verbs of the tests.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TestServer(ServiceProvider services) => _services = services;

    public IRequestExecutor Executor => _services.GetRequiredService<IRequestExecutor>();

    public static TestServer Create(params Type[] types) => Create(static _ => { }, types);

    public static TestServer Create(Action<IRequestExecutorBuilder> configure, params Type[] types)
    {
        var services = new ServiceCollection();
        configure(services.AddGraphQLServer().AddTypes(types));
        return new TestServer(services.BuildServiceProvider());
    }

    /// <summary>Runs a query and expects one whole answer, key order included.</summary>
    public async Task Answers(string query, string expected, string? variables = null, string? operationName = null)
    {
        var actual = await Execute(query, variables, operationName);
        Pretty(actual).ShouldBe(Pretty(expected));
    }

    public async Task<string> Execute(
        string query, string? variables = null, string? operationName = null, CancellationToken cancellationToken = default)
    {
        await using var scope = _services.CreateAsyncScope();
        using var json = JsonDocument.Parse(variables ?? "null");
        using var result = await Executor.ExecuteAsync(
            new OperationRequest(Encoding.UTF8.GetBytes(query))
            {
                Services = scope.ServiceProvider,
                Variables = json.RootElement,
                OperationName = operationName,
            },
            cancellationToken);
        return result.ToJson();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static string Pretty(string json) =>
        JsonNode.Parse(json)!.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
}
