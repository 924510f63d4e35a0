namespace ThreadGraph.Yunxin.Wire;

/// <summary>What an answer of either family says, before any rule is applied to it.</summary>
internal struct ThreadAnswer
{
    internal int? Code;
    internal YunxinMessage? Root;
    internal bool? HasMore;
    internal string? NextToken;
    internal ThreadFields Fields;
}
