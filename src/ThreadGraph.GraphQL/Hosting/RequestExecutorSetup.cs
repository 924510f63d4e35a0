using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.GraphQL.Execution;
using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;
using ThreadGraph.GraphQL.Types.Building;
using ThreadGraph.GraphQL.Types.Relay;
using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL;

/// <summary>What the builder has been told, until the server is first needed.</summary>
internal sealed class RequestExecutorSetup
{
    public List<Action<SchemaBuilder>> SchemaSteps { get; } = [];

    public ParserOptions ParserOptions { get; set; } = ParserOptions.Default;

    public ExecutionLimits Limits { get; set; } = new();

    public bool IsIntrospectionDisabled { get; set; }

    /// <summary>Builds the schema and what hangs on it.</summary>
    /// <exception cref="SchemaException">The annotated classes do not make a valid schema.</exception>
    public BuiltServer Build(IServiceProvider provider)
    {
        var builder = new SchemaBuilder(provider.GetRequiredService<IServiceProviderIsService>().IsService);
        foreach (var step in SchemaSteps)
        {
            step(builder);
        }

        var schema = builder.Build();
        var keys = builder.NodeResolvers.ToDictionary(static r => r.Key, static r => r.Value.GetParameters()[0].ParameterType);
        return new BuiltServer(
            this,
            schema,
            new NodeResolvers(builder.NodeResolvers),
            new NodeIdSerializer(keys, provider.GetServices<INodeIdValueSerializer>()),
            DiagnosticEvents.Of(provider.GetServices<ExecutionDiagnosticEventListener>()));
    }
}

/// <summary>The parts of a server that are made together.</summary>
internal sealed record BuiltServer(
    RequestExecutorSetup Setup,
    Schema Schema,
    NodeResolvers NodeResolvers,
    NodeIdSerializer NodeIds,
    ExecutionDiagnosticEventListener? DiagnosticEvents)
{
    private const int MostDocuments = 1000;

    private RuleSet Rules =>
        Setup.IsIntrospectionDisabled ? RuleSet.Specified.With(new IntrospectionDisabledRule()) : RuleSet.Specified;

    /// <summary>The executor over the schema.</summary>
    public IRequestExecutor CreateExecutor(IServiceProvider provider)
    {
        var resolvers = new ResolverFactory();
        var documents = new DocumentPipeline(
            Schema, Setup.ParserOptions, new DocumentValidator(Rules), new DocumentCache(MostDocuments), DiagnosticEvents);
        return new RequestExecutor(
            Schema,
            documents,
            new OperationCompiler(Schema, resolvers, new CompleterFactory(NodeIds), Setup.Limits, DiagnosticEvents),
            resolvers,
            new FieldErrorFactory(provider.GetServices<IErrorFilter>()),
            DiagnosticEvents);
    }
}
