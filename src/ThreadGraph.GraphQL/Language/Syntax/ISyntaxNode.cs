namespace ThreadGraph.GraphQL.Language;

/// <summary>A node of a parsed GraphQL document.</summary>
public interface ISyntaxNode
{
    /// <summary>The kind of this node.</summary>
    SyntaxKind Kind { get; }

    /// <summary>Where the node stands in its source; <see cref="Location.None"/> for one that was not parsed.</summary>
    Location Location { get; }
}

/// <summary>A node that directives can be applied to.</summary>
public interface IHasDirectives : ISyntaxNode
{
    /// <summary>The applied directives in source order.</summary>
    IReadOnlyList<DirectiveNode> Directives { get; }
}

/// <summary>What every syntax node has.</summary>
/// <param name="location">Where the node stands in its source.</param>
public abstract class SyntaxNode(Location location) : ISyntaxNode
{
    /// <inheritdoc />
    public abstract SyntaxKind Kind { get; }

    /// <inheritdoc />
    public Location Location { get; } = location;

    /// <summary>The node in GraphQL syntax.</summary>
    public override string ToString() => SyntaxPrinter.Print(this);
}
