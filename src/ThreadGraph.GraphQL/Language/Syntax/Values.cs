namespace ThreadGraph.GraphQL.Language;

/// <summary>An input value.</summary>
/// <remarks>Spec: Language, "Input Values".</remarks>
public interface IValueNode : ISyntaxNode;

/// <summary>The use of a variable.</summary>
public sealed class VariableNode(Location location, NameNode name) : SyntaxNode(location), IValueNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.Variable;

    /// <summary>The variable's name, without the <c>$</c>.</summary>
    public NameNode Name { get; } = name;
}

/// <summary>An integer literal of any size.</summary>
public sealed class IntValueNode(Location location, string value) : SyntaxNode(location), IValueNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.IntValue;

    /// <summary>The digits as written, with a leading minus where there is one.</summary>
    public string Value { get; } = value;
}

/// <summary>A literal with a fraction or an exponent.</summary>
public sealed class FloatValueNode(Location location, string value) : SyntaxNode(location), IValueNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.FloatValue;

    /// <summary>The number as written.</summary>
    public string Value { get; } = value;
}

/// <summary>A string or block string.</summary>
public sealed class StringValueNode(Location location, string value, bool block) : SyntaxNode(location), IValueNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.StringValue;

    /// <summary>The semantic value: escapes resolved, a block string's common indentation removed.</summary>
    public string Value { get; } = value;

    /// <summary>Whether it was written between triple quotes.</summary>
    public bool Block { get; } = block;
}

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed class BooleanValueNode(Location location, bool value) : SyntaxNode(location), IValueNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.BooleanValue;

    /// <summary>The value.</summary>
    public bool Value { get; } = value;
}

/// <summary>The literal <c>null</c>.</summary>
public sealed class NullValueNode(Location location) : SyntaxNode(location), IValueNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.NullValue;
}

/// <summary>A name that stands for an enum value.</summary>
public sealed class EnumValueNode(Location location, string value) : SyntaxNode(location), IValueNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.EnumValue;

    /// <summary>The name.</summary>
    public string Value { get; } = value;
}

/// <summary>A list literal.</summary>
public sealed class ListValueNode(Location location, IReadOnlyList<IValueNode> items) : SyntaxNode(location), IValueNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.ListValue;

    /// <summary>The items in order.</summary>
    public IReadOnlyList<IValueNode> Items { get; } = items;
}

/// <summary>An input object literal.</summary>
public sealed class ObjectValueNode(Location location, IReadOnlyList<ObjectFieldNode> fields)
    : SyntaxNode(location), IValueNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.ObjectValue;

    /// <summary>The fields in source order, repeated names included.</summary>
    public IReadOnlyList<ObjectFieldNode> Fields { get; } = fields;
}

/// <summary>One field of an input object literal.</summary>
public sealed class ObjectFieldNode(Location location, NameNode name, IValueNode value) : SyntaxNode(location)
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.ObjectField;

    /// <summary>The field's name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The field's value.</summary>
    public IValueNode Value { get; } = value;
}
