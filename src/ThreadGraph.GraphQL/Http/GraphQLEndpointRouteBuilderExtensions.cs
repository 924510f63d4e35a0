using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ThreadGraph.GraphQL.Execution;
using ThreadGraph.GraphQL.Http;
using ThreadGraph.GraphQL.Types;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Puts GraphQL on an address.</summary>
public static class GraphQLEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Serves GraphQL over HTTP at <paramref name="path"/>: operations by POST, queries by GET, the SDL at <c>?sdl</c>.
    /// </summary>
    /// <remarks>
    /// Needs an <see cref="IRequestExecutor"/> among the services; <see cref="GraphQLServerOptions"/> say what is
    /// served.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <returns>The endpoint, to add conventions to, such as authorization.</returns>
    public static IEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string path = "/graphql")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var services = endpoints.ServiceProvider;
        var options = services.GetRequiredService<IOptions<GraphQLServerOptions>>().Value;
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxRequestBodyBytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxJsonDepth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MaxJsonDepth, 1000);

        // The executor is built at start, when options are checked all at once, and not while the application is put together.
        var transports = new Lazy<TransportChain>(() => CreateTransports(services.GetRequiredService<IRequestExecutor>(), options));
        RequestDelegate serve = context => transports.Value.ServeAsync(context);
        return endpoints.Map(path, serve).WithDisplayName("GraphQL");
    }

    private static TransportChain CreateTransports(IRequestExecutor executor, GraphQLServerOptions options) => new(
        new PostTransport(executor, options),
        new SchemaTransport(() => SchemaPrinter.Print(executor.Schema), options),
        new GetTransport(executor, options),
        new NoTransport(options));
}
