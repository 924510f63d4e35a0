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

    public IServiceProvider Services => _services;

    public IRequestExecutor Executor => _services.GetRequiredService<IRequestExecutor>();

    public static TestServer Create(params Type[] types) => Create(static _ => { }, types);

    /// <summary>A server whose resolvers take a <see cref="Timing"/> and answer as it says.</summary>
    public static TestServer Create(Resolve mode, params Type[] types) =>
        Create(builder => builder.Services.AddSingleton(new Timing(mode)), types);

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
        return await Execute(scope.ServiceProvider, query, variables, operationName, cancellationToken);
    }

    /// <summary>Runs a query with given services.</summary>
    public async Task<string> Execute(
        IServiceProvider services,
        string query,
        string? variables = null,
        string? operationName = null,
        CancellationToken cancellationToken = default)
    {
        using var json = JsonDocument.Parse(variables ?? "null");
        using var result = await Executor.ExecuteAsync(
            new OperationRequest(Encoding.UTF8.GetBytes(query))
            {
                Services = services,
                Variables = json.RootElement,
                OperationName = operationName,
            },
            cancellationToken);
        return result.ToJson();
    }

    /// <summary>Sends a request that has more to it than a document, and expects one whole answer.</summary>
    public async Task Answers(Func<OperationRequest, OperationRequest> request, string expected)
    {
        await using var scope = _services.CreateAsyncScope();
        using var result = await Executor.ExecuteAsync(
            request(new OperationRequest(ReadOnlyMemory<byte>.Empty) { Services = scope.ServiceProvider }), default);
        Pretty(result.ToJson()).ShouldBe(Pretty(expected));
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>Lays an answer out so that a difference is seen.</summary>
    public static string Pretty(string json) =>
        JsonNode.Parse(json)!.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
}
