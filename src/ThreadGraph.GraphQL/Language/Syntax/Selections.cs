namespace ThreadGraph.GraphQL.Language;

/// <summary>One selection: a field, a fragment spread or an inline fragment.</summary>
public interface ISelectionNode : IHasDirectives;

/// <summary>The fields and fragments between two braces.</summary>
/// <remarks>Spec: Language, "Selection Sets".</remarks>
public sealed class SelectionSetNode(Location location, IReadOnlyList<ISelectionNode> selections)
    : SyntaxNode(location)
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.SelectionSet;

    /// <summary>The selections in source order; never empty when parsed.</summary>
    public IReadOnlyList<ISelectionNode> Selections { get; } = selections;
}

/// <summary>A selected field.</summary>
/// <remarks>Spec: Language, "Fields".</remarks>
public sealed class FieldNode(
    Location location,
    NameNode? alias,
    NameNode name,
    IReadOnlyList<ArgumentNode> arguments,
    IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode? selectionSet) : SyntaxNode(location), ISelectionNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.Field;

    /// <summary>The alias; <see langword="null"/> where none is given.</summary>
    public NameNode? Alias { get; } = alias;

    /// <summary>The field's name in the schema.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The arguments in source order.</summary>
    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;

    /// <inheritdoc />
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;

    /// <summary>The sub-selection; <see langword="null"/> on a leaf.</summary>
    public SelectionSetNode? SelectionSet { get; } = selectionSet;

    /// <summary>The key under which the field's value appears in the response: the alias, else the name.</summary>
    public string ResponseName => (Alias ?? Name).Value;
}

/// <summary>The use of a named fragment.</summary>
/// <remarks>Spec: Language, "Fragments".</remarks>
public sealed class FragmentSpreadNode(Location location, NameNode name, IReadOnlyList<DirectiveNode> directives)
    : SyntaxNode(location), ISelectionNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.FragmentSpread;

    /// <summary>The fragment's name.</summary>
    public NameNode Name { get; } = name;

    /// <inheritdoc />
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>A fragment written in place.</summary>
/// <remarks>Spec: Language, "Inline Fragments".</remarks>
public sealed class InlineFragmentNode(
    Location location,
    NamedTypeNode? typeCondition,
    IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode selectionSet) : SyntaxNode(location), ISelectionNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.InlineFragment;

    /// <summary>The type that the fragment applies to; <see langword="null"/> for the enclosing one.</summary>
    public NamedTypeNode? TypeCondition { get; } = typeCondition;

    /// <inheritdoc />
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;

    /// <summary>The selected fields.</summary>
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

/// <summary>An argument and its value.</summary>
/// <remarks>Spec: Language, "Arguments".</remarks>
public sealed class ArgumentNode(Location location, NameNode name, IValueNode value) : SyntaxNode(location)
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.Argument;

    /// <summary>The argument's name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The value.</summary>
    public IValueNode Value { get; } = value;
}

/// <summary>A directive applied to a node.</summary>
/// <remarks>Spec: Language, "Directives".</remarks>
public sealed class DirectiveNode(Location location, NameNode name, IReadOnlyList<ArgumentNode> arguments)
    : SyntaxNode(location)
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.Directive;

    /// <summary>The directive's name, without the <c>@</c>.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The arguments in source order.</summary>
    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;
}
