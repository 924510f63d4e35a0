namespace ThreadGraph.GraphQL.Language;

/// <summary>A definition of the type system: the schema, a type or a directive.</summary>
/// <remarks>Spec: Type System, "Type System Definition".</remarks>
public interface ITypeSystemDefinitionNode : IDefinitionNode
{
    /// <summary>The description in front of the definition.</summary>
    StringValueNode? Description { get; }
}

/// <summary>An extension of the type system: of the schema or of a type.</summary>
/// <remarks>Spec: Type System, "Type System Extensions".</remarks>
public interface ITypeSystemExtensionNode : IDefinitionNode, IHasDirectives;

/// <summary>The definition of a type.</summary>
public interface ITypeDefinitionNode : ITypeSystemDefinitionNode, IHasDirectives
{
    /// <summary>The type's name.</summary>
    NameNode Name { get; }
}

/// <summary>The extension of a type.</summary>
public interface ITypeExtensionNode : ITypeSystemExtensionNode
{
    /// <summary>The name of the extended type.</summary>
    NameNode Name { get; }
}

/// <summary>What every type definition has.</summary>
public abstract class TypeDefinitionNode(
    Location location,
    StringValueNode? description,
    NameNode name,
    IReadOnlyList<DirectiveNode> directives) : SyntaxNode(location), ITypeDefinitionNode
{
    /// <inheritdoc />
    public StringValueNode? Description { get; } = description;

    /// <inheritdoc />
    public NameNode Name { get; } = name;

    /// <inheritdoc />
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>What every type extension has.</summary>
public abstract class TypeExtensionNode(Location location, NameNode name, IReadOnlyList<DirectiveNode> directives)
    : SyntaxNode(location), ITypeExtensionNode
{
    /// <inheritdoc />
    public NameNode Name { get; } = name;

    /// <inheritdoc />
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}
