namespace ThreadGraph.GraphQL.Language;

/// <summary>A reference to a type.</summary>
/// <remarks>Spec: Language, "Type References".</remarks>
public interface ITypeNode : ISyntaxNode;

/// <summary>A reference to a type that may be null.</summary>
public interface INullableTypeNode : ITypeNode;

/// <summary>A type by its name.</summary>
public sealed class NamedTypeNode(Location location, NameNode name) : SyntaxNode(location), INullableTypeNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.NamedType;

    /// <summary>The type's name.</summary>
    public NameNode Name { get; } = name;
}

/// <summary>A list of another type.</summary>
public sealed class ListTypeNode(Location location, ITypeNode type) : SyntaxNode(location), INullableTypeNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.ListType;

    /// <summary>The item type.</summary>
    public ITypeNode Type { get; } = type;
}

/// <summary>A type that is never null.</summary>
public sealed class NonNullTypeNode(Location location, INullableTypeNode type) : SyntaxNode(location), ITypeNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.NonNullType;

    /// <summary>The type without the exclamation mark.</summary>
    public INullableTypeNode Type { get; } = type;
}
