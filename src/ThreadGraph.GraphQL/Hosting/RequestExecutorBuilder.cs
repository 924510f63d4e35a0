using System.Reflection;
using System.Runtime.CompilerServices;
using ThreadGraph.GraphQL;
using ThreadGraph.GraphQL.Execution;
using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types.Relay;

#pragma warning disable IDE0130 // Extensions of IServiceCollection are found where every other one is.
namespace Microsoft.Extensions.DependencyInjection;
#pragma warning restore IDE0130

/// <summary>Configures a GraphQL server.</summary>
public interface IRequestExecutorBuilder
{
    /// <summary>The application's services.</summary>
    IServiceCollection Services { get; }
}

/// <summary>Adds a GraphQL server to an application.</summary>
public static class RequestExecutorBuilderExtensions
{
    /// <summary>Adds a GraphQL server; call it once.</summary>
    public static IRequestExecutorBuilder AddGraphQLServer(this IServiceCollection services)
    {
        var setup = new RequestExecutorSetup();
        services.AddSingleton(setup);
        services.AddSingleton(static provider => provider.GetRequiredService<RequestExecutorSetup>().Build(provider));
        services.AddSingleton(static provider => provider.GetRequiredService<BuiltServer>().Schema);
        services.AddSingleton(static provider => provider.GetRequiredService<BuiltServer>().NodeResolvers);
        services.AddSingleton<INodeIdSerializer>(static provider => provider.GetRequiredService<BuiltServer>().NodeIds);
        services.AddSingleton<IRequestExecutor>(static provider => provider.GetRequiredService<BuiltServer>().CreateExecutor(provider));
        services.AddScoped(static provider =>
            new ExecutionScheduler(provider.GetRequiredService<BuiltServer>().DiagnosticEvents));
        services.AddScoped<ThreadGraph.GraphQL.DataLoading.IBatchScheduler>(
            static provider => provider.GetRequiredService<ExecutionScheduler>());
        services.AddHostedService<RequestExecutorWarmup>();
        return new RequestExecutorBuilder(services, setup);
    }

    /// <summary>Adds all annotated classes of the calling assembly.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static IRequestExecutorBuilder AddTypes(this IRequestExecutorBuilder builder)
    {
        var assembly = Assembly.GetCallingAssembly();
        return builder.Configure(setup => setup.SchemaSteps.Add(schema => schema.AddTypes(assembly)));
    }

    /// <summary>Adds some annotated classes.</summary>
    public static IRequestExecutorBuilder AddTypes(this IRequestExecutorBuilder builder, params Type[] types) =>
        builder.Configure(setup => setup.SchemaSteps.Add(schema => Array.ForEach(types, type => schema.AddType(type))));

    /// <summary>Adds the <c>Node</c> interface and the fields <c>node</c> and <c>nodes</c>.</summary>
    public static IRequestExecutorBuilder AddGlobalObjectIdentification(this IRequestExecutorBuilder builder) =>
        builder.Configure(static setup => setup.SchemaSteps.Add(static schema => schema.AddGlobalObjectIdentification()));

    /// <summary>Adds a kind of key that node IDs can hold.</summary>
    public static IRequestExecutorBuilder AddNodeIdValueSerializer<T>(this IRequestExecutorBuilder builder)
        where T : class, INodeIdValueSerializer
    {
        builder.Services.AddSingleton<INodeIdValueSerializer, T>();
        return builder;
    }

    /// <summary>Adds a data loader, one instance per request.</summary>
    public static IRequestExecutorBuilder AddDataLoader<T>(this IRequestExecutorBuilder builder) where T : class
    {
        builder.Services.AddScoped<T>();
        return builder;
    }

    /// <summary>Adds a filter that every error passes on its way out.</summary>
    public static IRequestExecutorBuilder AddErrorFilter<T>(this IRequestExecutorBuilder builder)
        where T : class, IErrorFilter
    {
        builder.Services.AddSingleton<IErrorFilter, T>();
        return builder;
    }

    /// <summary>Adds a listener to what the executor does.</summary>
    public static IRequestExecutorBuilder AddDiagnosticEventListener<T>(this IRequestExecutorBuilder builder)
        where T : ExecutionDiagnosticEventListener
    {
        builder.Services.AddSingleton<ExecutionDiagnosticEventListener, T>();
        return builder;
    }

    /// <summary>Refuses documents that ask for the schema; <c>__typename</c> is always allowed.</summary>
    public static IRequestExecutorBuilder DisableIntrospection(
        this IRequestExecutorBuilder builder, bool disable = true) => builder.DisableIntrospection(_ => disable);

    /// <inheritdoc cref="DisableIntrospection(IRequestExecutorBuilder, bool)" />
    public static IRequestExecutorBuilder DisableIntrospection(
        this IRequestExecutorBuilder builder, Func<IServiceProvider, bool> disable) =>
        builder.Configure(setup => setup.IsIntrospectionDisabled = disable);

    /// <summary>Leaves names of the schema out of errors about mistyped ones ("Did you mean").</summary>
    public static IRequestExecutorBuilder DisableSuggestions(
        this IRequestExecutorBuilder builder, bool disable = true) => builder.DisableSuggestions(_ => disable);

    /// <inheritdoc cref="DisableSuggestions(IRequestExecutorBuilder, bool)" />
    public static IRequestExecutorBuilder DisableSuggestions(
        this IRequestExecutorBuilder builder, Func<IServiceProvider, bool> disable) =>
        builder.Configure(setup => setup.AreSuggestionsDisabled = disable);

    /// <summary>Changes how large a document may be.</summary>
    public static IRequestExecutorBuilder ModifyParserOptions(
        this IRequestExecutorBuilder builder, Func<ParserOptions, ParserOptions> modify) =>
        builder.ModifyParserOptions((_, options) => modify(options));

    /// <inheritdoc cref="ModifyParserOptions(IRequestExecutorBuilder, Func{ParserOptions, ParserOptions})" />
    public static IRequestExecutorBuilder ModifyParserOptions(
        this IRequestExecutorBuilder builder, Func<IServiceProvider, ParserOptions, ParserOptions> modify) =>
        builder.Configure(setup => setup.ParserSteps.Add(modify));

    /// <summary>Changes how large an operation may be once its fragments are spread.</summary>
    public static IRequestExecutorBuilder ModifyExecutionLimits(
        this IRequestExecutorBuilder builder, Func<ExecutionLimits, ExecutionLimits> modify) =>
        builder.ModifyExecutionLimits((_, limits) => modify(limits));

    /// <inheritdoc cref="ModifyExecutionLimits(IRequestExecutorBuilder, Func{ExecutionLimits, ExecutionLimits})" />
    public static IRequestExecutorBuilder ModifyExecutionLimits(
        this IRequestExecutorBuilder builder, Func<IServiceProvider, ExecutionLimits, ExecutionLimits> modify) =>
        builder.Configure(setup => setup.LimitSteps.Add(modify));

    /// <summary>
    /// Works out what an operation costs at worst before it is executed, and refuses what costs more than
    /// <see cref="CostOptions"/> allow. An <see cref="ICostModel"/> among the services tells what the engine cannot know.
    /// </summary>
    public static IRequestExecutorBuilder AddCostAnalyzer(this IRequestExecutorBuilder builder)
    {
        builder.Services.AddOptions<CostOptions>();
        return builder.Configure(static setup => setup.IsCostAnalyzed = true);
    }

    /// <summary>Changes what an operation may cost.</summary>
    public static IRequestExecutorBuilder ModifyCostOptions(
        this IRequestExecutorBuilder builder, Action<CostOptions> modify)
    {
        builder.Services.Configure(modify);
        return builder;
    }

    /// <summary>Executes documents that the server knows by ID or hash (<see cref="PersistedOperationOptions"/>).</summary>
    public static IRequestExecutorBuilder UsePersistedOperationPipeline(
        this IRequestExecutorBuilder builder, Action<PersistedOperationOptions>? configure = null)
    {
        builder.Services.AddOptions<PersistedOperationOptions>().Configure(configure ?? (static _ => { }));
        builder.Services.AddHostedService<TrustedFolderCheck>();
        return builder.Configure(static setup => setup.IsPersistedOperationPipeline = true);
    }

    private static IRequestExecutorBuilder Configure(
        this IRequestExecutorBuilder builder, Action<RequestExecutorSetup> configure)
    {
        configure(((RequestExecutorBuilder)builder).Setup);
        return builder;
    }

    private sealed record RequestExecutorBuilder(IServiceCollection Services, RequestExecutorSetup Setup)
        : IRequestExecutorBuilder;
}
