namespace ThreadGraph.GraphQL.Types.Introspection;

/// <summary>
/// A GraphQL Schema defines the capabilities of a GraphQL server. It exposes all available types and directives on the
/// server, as well as the entry points for query, mutation, and subscription operations.
/// </summary>
/// <remarks>Spec: Introspection, "The __Schema Type".</remarks>
[GraphQLName("__Schema")]
internal sealed class SchemaIntrospection(Schema schema)
{
    /// <summary>Describes the schema as a whole.</summary>
    public string? Description { get; }

    /// <summary>A list of all types supported by this server.</summary>
    [ListSize(AssumedSize = 60)]
    public IReadOnlyList<TypeIntrospection> Types => [.. schema.Types.Select(t => new TypeIntrospection(t, schema))];

    /// <summary>The type that query operations will be rooted at.</summary>
    public TypeIntrospection QueryType => new(schema.QueryType, schema);

    /// <summary>If this server supports mutation, the type that mutation operations will be rooted at.</summary>
    public TypeIntrospection? MutationType => TypeIntrospection.Of(schema.MutationType, schema);

    /// <summary>If this server supports subscription, the type that subscription operations will be rooted at.</summary>
    public TypeIntrospection? SubscriptionType => TypeIntrospection.Of(schema.SubscriptionType, schema);

    /// <summary>A list of all directives supported by this server.</summary>
    [ListSize(AssumedSize = 6)]
    public IReadOnlyList<DirectiveIntrospection> Directives =>
        [.. schema.Directives.Select(d => new DirectiveIntrospection(d, schema))];
}
