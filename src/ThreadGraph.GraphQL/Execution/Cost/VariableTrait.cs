namespace ThreadGraph.GraphQL.Execution;

/// <summary>All of a variable's value that a cost may follow from: two variables with one trait cost the same.</summary>
/// <remarks>
/// Sizes follow from integers and from the lengths of lists (<see cref="ListSize"/>), and whether arguments can be used at
/// all follows, once variables have been coerced, from which of them are absent or null. Flags are kept for those who know
/// more (<see cref="ICostModel"/>). All other values are alike.
/// </remarks>
internal readonly record struct VariableTrait
{
    private readonly Kind _kind;
    private readonly int _number;

    private VariableTrait(Kind kind, int number = 0) => (_kind, _number) = (kind, number);

    private enum Kind
    {
        Other,
        Absent,
        Null,
        Integer,
        Flag,
        List,
    }

    /// <summary>The trait of a coerced value.</summary>
    public static VariableTrait Of(object? value) => value switch
    {
        null => new VariableTrait(Kind.Null),
        Absent => new VariableTrait(Kind.Absent),
        int number => new VariableTrait(Kind.Integer, number),
        bool flag => new VariableTrait(Kind.Flag, flag ? 1 : 0),
        Array list => new VariableTrait(Kind.List, list.Length),
        _ => new VariableTrait(Kind.Other),
    };
}
