namespace ThreadGraph.GraphQL.Language;

/// <summary>The definition of a field of an object or interface type.</summary>
/// <remarks>Spec: Type System, "Objects".</remarks>
public sealed class FieldDefinitionNode(
    Location location,
    StringValueNode? description,
    NameNode name,
    IReadOnlyList<InputValueDefinitionNode> arguments,
    ITypeNode type,
    IReadOnlyList<DirectiveNode> directives) : SyntaxNode(location), IHasDirectives
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.FieldDefinition;

    /// <summary>The description in front of the field.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The field's name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The declared arguments in source order.</summary>
    public IReadOnlyList<InputValueDefinitionNode> Arguments { get; } = arguments;

    /// <summary>The type of the field's value.</summary>
    public ITypeNode Type { get; } = type;

    /// <inheritdoc />
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>The definition of an argument, or of a field of an input object type.</summary>
/// <remarks>Spec: Type System, "Field Arguments" and "Input Objects".</remarks>
public sealed class InputValueDefinitionNode(
    Location location,
    StringValueNode? description,
    NameNode name,
    ITypeNode type,
    IValueNode? defaultValue,
    IReadOnlyList<DirectiveNode> directives) : SyntaxNode(location), IHasDirectives
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.InputValueDefinition;

    /// <summary>The description in front of the input value.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The name of the argument or input field.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The type of the value.</summary>
    public ITypeNode Type { get; } = type;

    /// <summary>The constant default; <see langword="null"/> where none is given.</summary>
    public IValueNode? DefaultValue { get; } = defaultValue;

    /// <inheritdoc />
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>The definition of one value of an enum type.</summary>
/// <remarks>Spec: Type System, "Enums".</remarks>
public sealed class EnumValueDefinitionNode(
    Location location,
    StringValueNode? description,
    NameNode name,
    IReadOnlyList<DirectiveNode> directives) : SyntaxNode(location), IHasDirectives
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.EnumValueDefinition;

    /// <summary>The description in front of the value.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The value's name; never <c>true</c>, <c>false</c> or <c>null</c> when parsed.</summary>
    public NameNode Name { get; } = name;

    /// <inheritdoc />
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}
