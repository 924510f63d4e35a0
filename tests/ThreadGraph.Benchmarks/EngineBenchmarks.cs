using System.Buffers;
using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.GraphQL.Execution;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.Benchmarks;

/// <summary>The engine by itself: one tree query over 1,000 messages in memory, with nothing behind them.</summary>
[MemoryDiagnoser]
public class EngineBenchmarks
{
    private const string Query =
        """
        query Tree($first: Int) {
          root { ...Line replies(first: $first) { ...Line replies(first: $first) { ...Line replies { ...Line } } } }
        }
        fragment Line on Message { id text sender { accountId } }
        """;

    private readonly byte[] _document = Encoding.UTF8.GetBytes(Query);
    private readonly ArrayBufferWriter<byte> _output = new(1 << 20);
    private ServiceProvider _services = null!;
    private IRequestExecutor _executor = null!;

    /// <summary>Builds the schema.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var services = new ServiceCollection();
        services.AddGraphQLServer().AddTypes(typeof(BenchmarkQuery));
        _services = services.BuildServiceProvider();
        _executor = _services.GetRequiredService<IRequestExecutor>();
    }

    /// <summary>A request whose document is known: 1,110 objects from their classes to JSON.</summary>
    [Benchmark]
    public async Task<int> ExecuteAndWrite()
    {
        await using var scope = _services.CreateAsyncScope();
        using var result = await _executor.ExecuteAsync(
            new OperationRequest(_document) { Services = scope.ServiceProvider }, CancellationToken.None);
        _output.ResetWrittenCount();
        result.WriteTo(_output);
        return _output.WrittenCount;
    }
}

/// <summary>A tree of ten messages per level, in memory.</summary>
[QueryType]
public static class BenchmarkQuery
{
    /// <summary>The root.</summary>
    public static BenchmarkMessage Root { get; } = BenchmarkMessage.Tree("m", levels: 3);
}

/// <summary>A message.</summary>
[GraphQLName("Message")]
public sealed class BenchmarkMessage
{
    private readonly BenchmarkMessage[] _replies;

    private BenchmarkMessage(string id, BenchmarkMessage[] replies)
    {
        Id = id;
        _replies = replies;
    }

    /// <summary>Its ID.</summary>
    public string Id { get; }

    /// <summary>Its text.</summary>
    public string Text { get; } = "Thursday suits me better.";

    /// <summary>Who sent it.</summary>
    public BenchmarkAccount Sender { get; } = new("alice");

    /// <summary>Its replies.</summary>
    public IReadOnlyList<BenchmarkMessage> GetReplies(int? first) =>
        first is { } count && count < _replies.Length ? _replies[..count] : _replies;

    internal static BenchmarkMessage Tree(string id, int levels) => new(
        id,
        levels == 0 ? [] : [.. Enumerable.Range(0, 10).Select(i => Tree($"{id}-{i}", levels - 1))]);
}

/// <summary>An account.</summary>
[GraphQLName("Account")]
public sealed record BenchmarkAccount(string AccountId);
