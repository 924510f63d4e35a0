namespace ThreadGraph.GraphQL.Language;

/// <summary>A GraphQL document: executable definitions, type system definitions, or both.</summary>
/// <remarks>Spec: Language, "Document".</remarks>
public sealed class DocumentNode(Location location, IReadOnlyList<IDefinitionNode> definitions, SourceText source)
    : SyntaxNode(location)
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.Document;

    /// <summary>The definitions in source order; never empty for a parsed document.</summary>
    public IReadOnlyList<IDefinitionNode> Definitions { get; } = definitions;

    /// <summary>The source that the document's locations refer to.</summary>
    public SourceText Source { get; } = source;

    /// <summary>Line and column at which <paramref name="node"/> starts.</summary>
    public SourcePosition GetPosition(ISyntaxNode node) => Source.GetPosition(node.Location.Start);
}

/// <summary>A definition of a document.</summary>
public interface IDefinitionNode : ISyntaxNode;

/// <summary>A definition that can be executed: an operation or a fragment.</summary>
public interface IExecutableDefinitionNode : IDefinitionNode, IHasDirectives
{
    /// <summary>The description in front of the definition.</summary>
    StringValueNode? Description { get; }

    /// <summary>The selected fields.</summary>
    SelectionSetNode SelectionSet { get; }
}

/// <summary>A name.</summary>
/// <remarks>Spec: Language, "Names".</remarks>
public sealed class NameNode(Location location, string value) : SyntaxNode(location)
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.Name;

    /// <summary>The name itself.</summary>
    public string Value { get; } = value;
}

/// <summary>The kinds of operation.</summary>
public enum OperationType
{
    /// <summary>A read.</summary>
    Query,

    /// <summary>A write followed by a read.</summary>
    Mutation,

    /// <summary>A long-lived request that answers to events.</summary>
    Subscription,
}

/// <summary>An operation.</summary>
/// <remarks>Spec: Language, "Operations".</remarks>
public sealed class OperationDefinitionNode(
    Location location,
    StringValueNode? description,
    OperationType operation,
    NameNode? name,
    IReadOnlyList<VariableDefinitionNode> variableDefinitions,
    IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode selectionSet) : SyntaxNode(location), IExecutableDefinitionNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.OperationDefinition;

    /// <inheritdoc />
    public StringValueNode? Description { get; } = description;

    /// <summary>Query, mutation or subscription.</summary>
    public OperationType Operation { get; } = operation;

    /// <summary>The operation's name; <see langword="null"/> for an anonymous one.</summary>
    public NameNode? Name { get; } = name;

    /// <summary>The declared variables in source order.</summary>
    public IReadOnlyList<VariableDefinitionNode> VariableDefinitions { get; } = variableDefinitions;

    /// <inheritdoc />
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;

    /// <inheritdoc />
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

/// <summary>A named fragment.</summary>
/// <remarks>Spec: Language, "Fragments".</remarks>
public sealed class FragmentDefinitionNode(
    Location location,
    StringValueNode? description,
    NameNode name,
    NamedTypeNode typeCondition,
    IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode selectionSet) : SyntaxNode(location), IExecutableDefinitionNode
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.FragmentDefinition;

    /// <inheritdoc />
    public StringValueNode? Description { get; } = description;

    /// <summary>The fragment's name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The type that the fragment applies to.</summary>
    public NamedTypeNode TypeCondition { get; } = typeCondition;

    /// <inheritdoc />
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;

    /// <inheritdoc />
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

/// <summary>The declaration of a variable.</summary>
/// <remarks>Spec: Language, "Variables".</remarks>
public sealed class VariableDefinitionNode(
    Location location,
    StringValueNode? description,
    VariableNode variable,
    ITypeNode type,
    IValueNode? defaultValue,
    IReadOnlyList<DirectiveNode> directives) : SyntaxNode(location), IHasDirectives
{
    /// <inheritdoc />
    public override SyntaxKind Kind => SyntaxKind.VariableDefinition;

    /// <summary>The description in front of the variable.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The variable.</summary>
    public VariableNode Variable { get; } = variable;

    /// <summary>The declared type.</summary>
    public ITypeNode Type { get; } = type;

    /// <summary>The constant default; <see langword="null"/> where none is given.</summary>
    public IValueNode? DefaultValue { get; } = defaultValue;

    /// <inheritdoc />
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}
