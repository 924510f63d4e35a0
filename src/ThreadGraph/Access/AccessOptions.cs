using System.ComponentModel.DataAnnotations;

namespace ThreadGraph.Access;

/// <summary>Who asks, and what he may read. Configuration section <c>Access</c>.</summary>
public sealed class AccessOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Access";

    /// <summary>
    /// The claim of the bearer token that names the Yunxin account.
    /// A claim's name as it stands in the token. Default: <c>sub</c>. Not empty.
    /// </summary>
    [Required]
    public string AccountClaim { get; set; } = "sub";

    /// <summary>
    /// The account of a request without credentials, in Development only.
    /// An account name. Default: <c>alice</c>. Not empty.
    /// </summary>
    [Required]
    public string DemoAccount { get; set; } = "alice";

    /// <summary>
    /// A file with keys that tokens may be signed with, beside those of <c>Authentication:Schemes:Bearer</c>.
    /// The path of a JSON Web Key Set. Default: none.
    /// </summary>
    public string? KeySetFile { get; set; }

    /// <summary>
    /// The algorithms that tokens may be signed with.
    /// Names as in a token's header. Default: those that fit the kinds of keys that are configured. Any of <c>RS256</c>,
    /// <c>RS384</c>, <c>RS512</c>, <c>PS256</c>, <c>PS384</c>, <c>PS512</c>, <c>ES256</c>, <c>ES384</c>, <c>ES512</c>,
    /// <c>HS256</c>, <c>HS384</c>, <c>HS512</c>.
    /// </summary>
    public IList<string> Algorithms { get; init; } = [];

    /// <summary>
    /// By how much the clocks of the token's issuer and of this server may differ.
    /// Unit: time. Default: 1 minute. Range: 0 to 5 minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long a token that was found good is taken for good without being checked anew, within its own time; a key that is
    /// withdrawn opens for as long. 0 checks each request's.
    /// Unit: time. Default: 1 minute. Range: 0 to 5 minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan TokenCacheTime { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How many good tokens are remembered; the oldest goes first. One of more than 4,096 characters is not.
    /// Unit: tokens. Default: 10,000. Range: 1 to 1,000,000.
    /// </summary>
    [Range(1, 1_000_000)]
    public int TokenCacheSize { get; set; } = 10_000;

    /// <summary>
    /// Whether the upstream is asked if the account belongs to a thread's team, super team or QChat server. Only where
    /// something else checks that, or where the upstream is a stand-in that cannot be asked, may this be off.
    /// Yes or no. Default: yes.
    /// </summary>
    public bool CheckMembership { get; set; } = true;

    /// <summary>
    /// How long it holds that an account is a member; who is thrown out reads on for as long.
    /// Unit: time. Default: 1 minute. Range: 0 to 1 hour.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan MemberCacheTime { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long it holds that an account is no member; who joins waits for as long.
    /// Unit: time. Default: 10 seconds. Range: 0 to 10 minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan NonMemberCacheTime { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How many answers of either kind are remembered; the oldest goes first.
    /// Unit: answers. Default: 10,000. Range: 1 to 1,000,000.
    /// </summary>
    [Range(1, 1_000_000)]
    public int MembershipCacheSize { get; set; } = 10_000;

    /// <summary>
    /// How many requests of one account may be under way at once; those beyond are refused with 429. Who has not signed in
    /// counts by his address; the demo account is not counted.
    /// Unit: requests. Default: 100. Range: 1 to 100,000.
    /// </summary>
    [Range(1, 100_000)]
    public int MaxConcurrentRequests { get; set; } = 100;
}
