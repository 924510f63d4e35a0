namespace ThreadGraph.Yunxin;

/// <summary>A page of the teams that an account is in.</summary>
/// <param name="TeamIds">The teams.</param>
/// <param name="NextToken">What leads on from the page; null if it is the last.</param>
public sealed record JoinedTeamsPage(IReadOnlyList<long> TeamIds, string? NextToken);
