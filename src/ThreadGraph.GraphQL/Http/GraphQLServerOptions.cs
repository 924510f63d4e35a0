namespace ThreadGraph.GraphQL.Http;

/// <summary>What a GraphQL endpoint serves over HTTP.</summary>
public sealed class GraphQLServerOptions
{
    /// <summary>The default of <see cref="MaxRequestBodyBytes"/>: 1 MiB.</summary>
    public const int DefaultMaxRequestBodyBytes = 1024 * 1024;

    /// <summary>Whether queries may come by GET.</summary>
    /// <value>Default <see langword="true"/>. Mutations are refused over GET in any case.</value>
    public bool EnableGetRequests { get; set; } = true;

    /// <summary>Whether <c>GET …?sdl</c> hands out the schema as SDL.</summary>
    /// <value>Default <see langword="true"/>.</value>
    public bool EnableSchemaRequests { get; set; } = true;

    /// <summary>Whether a query by GET must carry the header <c>GraphQL-Preflight: 1</c>.</summary>
    /// <value>Default <see langword="false"/>; <see cref="CrossSiteGet"/> says why that is enough.</value>
    public bool EnforceGetRequestsPreflightHeader { get; set; }

    /// <summary>The largest request body that is read, in bytes; a larger one is answered with 413.</summary>
    /// <value>Default 1,048,576 (1 MiB). Range: 1 to <see cref="int.MaxValue"/>.</value>
    public int MaxRequestBodyBytes { get; set; } = DefaultMaxRequestBodyBytes;

    /// <summary>How deep arrays and objects in the JSON of a request may stand inside one another.</summary>
    /// <value>Default 64 levels, the request's own object included. Range: 1 to 1,000.</value>
    public int MaxJsonDepth { get; set; } = 64;
}
