using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using ThreadGraph.Access;
using ThreadGraph.Threads;

namespace ThreadGraph.Hosting;

/// <summary>The rooms of the house, each with its services.</summary>
internal static class ThreadGraphServices
{
    /// <summary>Who is asking, from where, and how much at once.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddOptions<AccessOptions>().BindConfiguration(AccessOptions.SectionName)
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<AccessOptions>, AccessOptionsValidator>();

        services.AddBearerAuthentication();
        services.AddSingleton<IPostConfigureOptions<JwtBearerOptions>, BearerTokens>();
        services.AddSingleton<IValidateOptions<JwtBearerOptions>, BearerTokens>();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).ValidateOnStart();

        CorsSettings.AddTo(services);
        services.AddSingleton<RecentTokens>().AddSingleton<AccountRateLimit>();
        return services.AddSingleton<MembershipCache>().AddSingleton<MembershipCheck>().AddScoped<Viewer>();
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
