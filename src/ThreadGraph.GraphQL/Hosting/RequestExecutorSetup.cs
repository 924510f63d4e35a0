using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
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

    public List<Func<IServiceProvider, ParserOptions, ParserOptions>> ParserSteps { get; } = [];

    public List<Func<IServiceProvider, ExecutionLimits, ExecutionLimits>> LimitSteps { get; } = [];

    public Func<IServiceProvider, bool> IsIntrospectionDisabled { get; set; } = static _ => false;

    public Func<IServiceProvider, bool> AreSuggestionsDisabled { get; set; } = static _ => false;

    public bool IsCostAnalyzed { get; set; }

    public bool IsPersistedOperationPipeline { get; set; }

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
        schema.Suggestions.AreEnabled = !AreSuggestionsDisabled(provider);
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

    /// <summary>The executor over the schema.</summary>
    public IRequestExecutor CreateExecutor(IServiceProvider provider)
    {
        var resolvers = new ResolverFactory();
        var parserOptions = Setup.ParserSteps.Aggregate(ParserOptions.Default, (o, step) => step(provider, o));
        var limits = Setup.LimitSteps.Aggregate(new ExecutionLimits(), (l, step) => step(provider, l));
        var rules = Setup.IsIntrospectionDisabled(provider)
            ? RuleSet.Specified.With(new IntrospectionDisabledRule())
            : RuleSet.Specified;
        var documents = new DocumentPipeline(
            Schema, parserOptions, new DocumentValidator(rules), new DocumentCache(MostDocuments), DiagnosticEvents);
        return new RequestExecutor(
            Schema,
            CreateSources(provider),
            documents,
            new OperationCompiler(Schema, resolvers, new CompleterFactory(NodeIds), limits, DiagnosticEvents),
            resolvers,
            limits,
            Setup.IsCostAnalyzed
                ? new CostAnalyzer(
                    provider.GetRequiredService<IOptions<CostOptions>>().Value, provider.GetService<ICostModel>())
                : null,
            new FieldErrorFactory(provider.GetServices<IErrorFilter>()),
            DiagnosticEvents);
    }

    private DocumentSources CreateSources(IServiceProvider provider)
    {
        var options = Setup.IsPersistedOperationPipeline
            ? provider.GetRequiredService<IOptions<PersistedOperationOptions>>().Value
            : new PersistedOperationOptions { MaxAutomatic = 0 };
        return new DocumentSources(options, TrustedDocuments.Load(options.Folder));
    }
}
