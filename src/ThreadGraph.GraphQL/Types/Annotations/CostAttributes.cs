namespace ThreadGraph.GraphQL.Types;

/// <summary>How long the list is that the field leads to, at most; static cost analysis multiplies by it.</summary>
/// <remarks>
/// A connection needs no such word: its page size is the size of <c>edges</c> and <c>nodes</c>. A list without one is
/// assumed to have <see cref="AssumedSizeOfOthers"/> items.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class ListSizeAttribute : Attribute
{
    /// <summary>What is assumed of a list that says nothing of itself.</summary>
    public const int AssumedSizeOfOthers = 10;

    /// <summary>The most items; counts only where no <see cref="SlicingArguments"/> is given. Default 10.</summary>
    public int AssumedSize { get; init; } = AssumedSizeOfOthers;

    /// <summary>
    /// Whether the list holds objects of one tree, so that <see cref="Execution.ICostModel.TreeSize"/> bounds it; counts
    /// where that is known.
    /// </summary>
    public bool IsBoundedByTree { get; init; }

    /// <summary>The arguments that the length follows: an <c>Int</c> by its value, a list by its length; the largest counts.</summary>
    public string[] SlicingArguments { get; init; } = [];
}

/// <summary>
/// The field leads from an object of a tree down to others of it, none of which stands under two objects: nested in itself,
/// it meets each object of the tree once. <see cref="Execution.RecursionLimit"/> says how deep it may be nested.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class RecursiveAttribute : Attribute;

/// <summary>The field leads to objects of a tree, each of them once, whatever their level.</summary>
/// <remarks>Like a <see cref="RecursiveAttribute"/> field it is bounded by the tree's size, and it is no level of its own.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class FlattenedAttribute : Attribute;
