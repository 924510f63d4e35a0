namespace ThreadGraph.Yunxin.Wire;

/// <summary>The fields that hardly any message has: of one that is edited, directed or of the developer's own sub-type.</summary>
internal sealed class RareFields
{
    internal string? ModifyAccountId;
    internal int? SubType;
    internal IReadOnlyList<string>? ReceiverAccountIds;
    internal bool? Inclusive;
    internal bool? NewMemberVisible;
}
