namespace ThreadGraph.GraphQL.Types;

/// <summary>Gives a type, field, argument or value another name than the .NET name suggests.</summary>
[AttributeUsage(AttributeTargets.All, Inherited = false)]
public sealed class GraphQLNameAttribute(string name) : Attribute
{
    /// <summary>The name in the schema.</summary>
    public string Name { get; } = name;
}

/// <summary>Leaves a member out of the schema.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Field)]
public sealed class GraphQLIgnoreAttribute : Attribute;

/// <summary>Marks a field, argument, input field or enum value as deprecated.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class GraphQLDeprecatedAttribute(string reason) : Attribute
{
    /// <summary>Why, and what to use instead.</summary>
    public string Reason { get; } = reason;
}

/// <summary>Gives a member the scalar <typeparamref name="T"/> instead of the one that its .NET type suggests.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class GraphQLTypeAttribute<T> : Attribute where T : ScalarType;

/// <summary>The default of an argument or input field, as a GraphQL literal.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class DefaultValueSyntaxAttribute(string syntax) : Attribute
{
    /// <summary>The literal.</summary>
    public string Syntax { get; } = syntax;
}

/// <summary>This parameter is the object whose field is being resolved.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute : Attribute;

/// <summary>The value is a key that leaves the server as a global, opaque ID. See Relay, "Global Object Identification".</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class IDAttribute(string? typeName = null) : Attribute
{
    /// <summary>The node type that the key belongs to; the declaring type where none is given.</summary>
    public string? TypeName { get; } = typeName;
}

/// <summary>This method finds a node by its key, its first parameter.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeResolverAttribute : Attribute;

/// <summary>The field is a Relay connection and takes the paging arguments.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseConnectionAttribute : Attribute
{
    /// <summary>Items on a page when neither <c>first</c> nor <c>last</c> is given. Default 20; 1 to <see cref="MaxPageSize"/>.</summary>
    public int DefaultPageSize { get; init; } = 20;

    /// <summary>The most items that may be asked for; more is an error. Default 100; at least 1.</summary>
    public int MaxPageSize { get; init; } = 100;

    /// <summary>Whether <c>last</c> and <c>before</c> exist. Default true.</summary>
    public bool AllowBackwardPagination { get; init; } = true;
}
