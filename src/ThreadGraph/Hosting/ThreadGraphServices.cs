using Microsoft.Extensions.Options;
using ThreadGraph.Access;
using ThreadGraph.Threads;

namespace ThreadGraph.Hosting;

/// <summary>The rooms of the house, each with its services.</summary>
internal static class ThreadGraphServices
{
    /// <summary>Who is asking.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddOptions<AccessOptions>().BindConfiguration(AccessOptions.SectionName)
            .ValidateDataAnnotations().ValidateOnStart();

        // Claims keep the names that they have in the token, for AccountClaim names one of them.
        services.AddAuthentication().AddJwtBearer(static bearer => bearer.MapInboundClaims = false);
        return services.AddScoped<Viewer>();
    }

    /// <summary>Reading threads.</summary>
    public static IServiceCollection AddThreads(this IServiceCollection services)
    {
        services.AddOptions<ThreadsOptions>().BindConfiguration(ThreadsOptions.SectionName)
            .ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<ReadingMetrics>()
            .AddSingleton<ThreadSource>()
            .AddSingleton<RecentPages>()
            .AddSingleton<ChannelCounts>()
            .AddSingleton<CursorSerializer>()
            .AddSingleton<ThreadConnections>()
            .AddSingleton<ThreadRoots>()
            .AddScoped<ThreadReader>();
    }

    /// <summary>The GraphQL surface.</summary>
    public static IServiceCollection AddGraphQLSurface(this IServiceCollection services)
    {
        SchemaExposure.AddTo(services);
        services.AddOptions<GraphQLLimits>().BindConfiguration(GraphQLLimits.SectionName)
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<CostOptions>().BindConfiguration("GraphQL:Cost").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<PersistedOperationOptions>().BindConfiguration("Operations")
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ICostModel, ThreadCost>();
        services.AddGraphQLServer()
            .DisableIntrospection(static s => !Get<SchemaExposure>(s).EnableIntrospection)
            .DisableSuggestions(static s => !Get<SchemaExposure>(s).EnableSuggestions)
            .ModifyParserOptions(static (s, _) => Get<GraphQLLimits>(s).ToParserOptions())
            .ModifyExecutionLimits(static (s, _) => Get<GraphQLLimits>(s).ToExecutionLimits())
            .AddCostAnalyzer()
            .UsePersistedOperationPipeline()
            .AddTypes()
            .AddGlobalObjectIdentification()
            .AddNodeIdValueSerializer<ThreadKeySerializer>()
            .AddNodeIdValueSerializer<MessageKeySerializer>()
            .AddNodeIdValueSerializer<AccountKeySerializer>()
            .AddDataLoader<TimelineLoader>()
            .AddErrorFilter<FailureFilter>();
        return services;
    }

    private static T Get<T>(IServiceProvider services) where T : class => services.GetRequiredService<IOptions<T>>().Value;
}
