namespace ThreadGraph.GraphQL.Http;

/// <summary>The media types of GraphQL over HTTP.</summary>
/// <remarks>GraphQL over HTTP, "Media Types".</remarks>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string GraphQLResponse = "application/graphql-response+json";

    /// <summary>SDL, under the type that HotChocolate serves it with.</summary>
    public const string GraphQL = "application/graphql; charset=utf-8";
}

/// <summary>The two media types that an answer can have; its status code depends on which.</summary>
internal enum ResponseFormat
{
    /// <summary><c>application/json</c>, for clients from before the other one.</summary>
    Json,

    /// <summary><c>application/graphql-response+json</c>: the status code tells of request errors.</summary>
    GraphQLResponse,
}
