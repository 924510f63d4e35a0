using System.Buffers;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.GraphQL;
using ThreadGraph.GraphQL.Execution;
using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Validation;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Benchmarks;

/// <summary>The engine's stages of a request, each by itself, on the server's schema and its examples.</summary>
/// <remarks>A request whose document is known goes through the last two alone.</remarks>
[MemoryDiagnoser]
[AsServed]
public class RequestStageBenchmarks
{
    private readonly DocumentValidator _validator = new();
    private readonly ArrayBufferWriter<byte> _output = new(1 << 20);
    private WebApplication _server = null!;
    private IRequestExecutor _executor = null!;
    private OperationCompiler _compiler = null!;
    private byte[] _document = null!;
    private JsonElement _variables;
    private DocumentNode _parsed = null!;
    private OperationDefinitionNode _operation = null!;
    private object?[] _noConditions = null!;
    private OperationResult _result = null!;

    /// <summary>The operation: 20 of 40 messages as a flat list, or a tree of 100 replies.</summary>
    [Params("flat", "tree")]
    public string Operation { get; set; } = "";

    /// <summary>Takes the request through all stages once.</summary>
    [GlobalSetup]
    public async Task SetupAsync()
    {
        var thread = new WrittenThread(1, Operation == "flat" ? 40 : 100);
        _document = Encoding.UTF8.GetBytes(Repository.Read($"schema/examples/{Operation}.graphql"));
        _variables = JsonElement.Parse($"{{\"root\":{thread.Input}}}");
        _server = await ServerInParts.CreateAsync(thread);
        _executor = _server.Services.GetRequiredService<IRequestExecutor>();
        _compiler = new OperationCompiler(
            _executor.Schema,
            new ResolverFactory(),
            new CompleterFactory(_server.Services.GetRequiredService<BuiltServer>().NodeIds),
            new ExecutionLimits());
        _parsed = Parse();
        _operation = _parsed.Definitions.OfType<OperationDefinitionNode>().Single();
        _noConditions = new object?[_operation.VariableDefinitions.Count];
        _result = await ExecuteAsync();
        if (_result.Errors is [var error, ..])
        {
            throw new InvalidOperationException(error.Message);
        }
    }

    /// <summary>Gives everything back.</summary>
    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        _result.Dispose();
        await _server.DisposeAsync();
    }

    /// <summary>Bytes to syntax tree.</summary>
    [Benchmark]
    public DocumentNode Parse() => Utf8GraphQLParser.Parse(new SourceText(_document));

    /// <summary>All rules of the specification.</summary>
    [Benchmark]
    public int Validate() => _validator.Validate(_executor.Schema, _parsed).Count;

    /// <summary>Syntax tree to plan.</summary>
    [Benchmark]
    public object Compile() => _compiler.Compile(_parsed, _operation, _noConditions);

    /// <summary>
    /// Known document to result: variables, cost, resolvers, and the timeline of a thread whose page is read already.
    /// </summary>
    [Benchmark(Baseline = true)]
    public async Task<int> Execute()
    {
        using var result = await ExecuteAsync();
        return result.Errors.Count;
    }

    /// <summary>Result to bytes.</summary>
    [Benchmark]
    public int WriteResponse()
    {
        _output.ResetWrittenCount();
        _result.WriteTo(_output);
        return _output.WrittenCount;
    }

    private async Task<OperationResult> ExecuteAsync()
    {
        await using var scope = _server.CreateRequestScope();
        var request = new OperationRequest(_document) { Variables = _variables, Services = scope.ServiceProvider };
        return await _executor.ExecuteAsync(request, CancellationToken.None);
    }
}
