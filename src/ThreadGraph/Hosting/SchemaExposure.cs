using ThreadGraph.GraphQL.Http;

namespace ThreadGraph.Hosting;

/// <summary>What the server tells of its schema: all in Development, elsewhere nothing that no setting allows.</summary>
/// <remarks>Configuration section <c>GraphQL</c>, beside <see cref="GraphQLServerOptions"/>.</remarks>
internal sealed class SchemaExposure
{
    /// <summary>Whether documents may ask for the schema. Default: in Development only.</summary>
    public bool EnableIntrospection { get; set; }

    /// <summary>Whether errors suggest names of the schema ("Did you mean"). Default: in Development only.</summary>
    public bool EnableSuggestions { get; set; }

    /// <summary>Adds both this and what the endpoint serves, with the defaults of the environment.</summary>
    public static void AddTo(IServiceCollection services)
    {
        services.AddOptions<SchemaExposure>()
            .Configure<IHostEnvironment>(static (exposure, environment) =>
                exposure.EnableIntrospection = exposure.EnableSuggestions = environment.IsDevelopment())
            .BindConfiguration("GraphQL");
        services.AddOptions<GraphQLServerOptions>()
            .Configure<IHostEnvironment>(static (options, environment) =>
                options.EnableSchemaRequests = environment.IsDevelopment())
            .BindConfiguration("GraphQL");
    }
}
