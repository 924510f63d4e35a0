using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>
/// A rule of the specification's chapter "Validation"; it says by the interfaces below what it looks at.
/// </summary>
/// <remarks>
/// Rules have no state: one instance serves every document and thread. What a rule needs to remember about a document
/// is a fact of that document and lives in <see cref="DocumentFacts"/>.
/// </remarks>
internal interface IRule;

/// <summary>A rule that looks at nodes of a kind before what stands inside them.</summary>
/// <typeparam name="TNode">
/// The kind. <see cref="IValueNode"/> stands for whole values: the value of an argument or the default of a variable,
/// not the items and fields in it. <see cref="SelectionSetNode"/> stands for those of operations, fragment definitions
/// and fields; the fields of an inline fragment belong to the set around it.
/// </typeparam>
internal interface IEnter<TNode> : IRule where TNode : ISyntaxNode
{
    /// <summary>Looks at a node; the context tells its place.</summary>
    void Enter(TNode node, ValidationContext context);
}

/// <summary>A rule that looks at nodes of a kind after what stands inside them.</summary>
/// <typeparam name="TNode">The kind, as in <see cref="IEnter{TNode}"/>.</typeparam>
internal interface ILeave<TNode> : IRule where TNode : ISyntaxNode
{
    /// <summary>Looks at a node; the context tells its place.</summary>
    void Leave(TNode node, ValidationContext context);
}
