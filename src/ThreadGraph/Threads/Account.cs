namespace ThreadGraph.Threads;

/// <summary>A user of the IM service.</summary>
/// <param name="AccountId">The account's name.</param>
public sealed record Account(string AccountId)
{
    /// <summary>The global, opaque ID.</summary>
    public string Id => AccountId.ToLowerInvariant();

    /// <summary>The account's name (accid).</summary>
    [GraphQLType<IdType>]
    public string AccountId { get; init; } = AccountId;
}
