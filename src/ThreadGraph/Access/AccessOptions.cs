using System.ComponentModel.DataAnnotations;

namespace ThreadGraph.Access;

/// <summary>Who asks. Configuration section <c>Access</c>.</summary>
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
}
