using System.Collections.Frozen;
using System.Globalization;
using static ThreadGraph.Yunxin.YunxinFailure;

namespace ThreadGraph.Yunxin.Failures;

/// <summary>The codes of an answer's body and what each means here (upstream.md 3.5, 5.4, 8).</summary>
internal static class UpstreamCodes
{
    internal const int Success = 200;

    private static readonly FrozenDictionary<int, FailureEntry> Table = Rows()
        .SelectMany(static row => row.Codes.Select(code => KeyValuePair.Create(code, row.Entry)))
        .ToFrozenDictionary();

    /// <summary>The codes that the contract lists, success not among them.</summary>
    internal static IReadOnlyList<int> Known => Table.Keys;

    /// <summary>The row of a code other than success; a code that is not listed has one that reports it.</summary>
    internal static FailureEntry Find(int code) => Table.TryGetValue(code, out var entry)
        ? entry
        : new(UnknownCode, RetryRule.Never, string.Create(
            CultureInfo.InvariantCulture,
            $"The upstream answered with code {code}, which its contract does not list."));

    private static IEnumerable<(int[] Codes, FailureEntry Entry)> Rows() =>
    [
        // Slow down, or ask again.
        ([416], new(Busy, RetryRule.AfterPause, "The upstream's call quota is spent; wait before asking again.")),
        ([107323], new(Busy, RetryRule.Later,
            "The upstream holds messages back for a while; wait before asking again.")),
        ([107449], new(Busy, RetryRule.Again,
            "The message changes too often just now; ask again.", TimeSpan.FromSeconds(1))),
        ([431], new(DuplicateRequest, RetryRule.Once, "The upstream took the call for a repeated one; ask again.")),
        ([408], new(YunxinFailure.Timeout, RetryRule.Elsewhere,
            "The upstream ran out of time on its own side; ask again.")),
        ([398, 399, 500, 503, 514],
            new(ServerError, RetryRule.Elsewhere, "The upstream could not answer just now; ask again later.")),
        ([449, 102449, 108449, 109449, 110449],
            new(ServerError, RetryRule.Again, "The upstream's data changed while it was read; ask again.")),

        // Not there.
        ([404, 107404, 107406, 110404], new(ThreadNotFound, RetryRule.Never, "The thread does not exist or is gone.")),
        ([102404, 103404], new(AccountNotFound, RetryRule.Never, "An account that the query names does not exist.")),
        ([108404, 803], new(TeamNotFound, RetryRule.Never, "The team does not exist.")),

        // Not for this account.
        ([403, 802], new(Forbidden, RetryRule.Never, "The account has no permission to read this.")),
        ([804, 109404], new(Forbidden, RetryRule.Never, "The account is not a member of the team.")),
        ([301, 422, 102422], new(Forbidden, RetryRule.Never, "The account is banned or disabled.")),
        ([423, 102421, 108306, 108423, 109424], new(Forbidden, RetryRule.Never, "The account or its team is muted.")),
        ([102426], new(Forbidden, RetryRule.Never, "The account is in a block list.")),
        ([109427, 109432], new(Forbidden, RetryRule.Never, "Only the team's owner or its managers may do this.")),

        // Not as this application is set up.
        ([315], new(Rejected, RetryRule.Never,
            "The upstream does not admit calls from this server's address; check its allow list.")),
        ([101303], new(Rejected, RetryRule.Never,
            "The upstream does not know this AppKey here; check the key and that the address is its data centre's.")),
        ([101301, 101302, 107326, 107334, 107410, 108311, 997], new(Rejected, RetryRule.Never,
            "The upstream has not enabled this service for the application; enable it in the console.")),
        ([463, 511, 599], new(Rejected, RetryRule.Never,
            "A callback or rule of the application's own refused the call.")),

        // Not as it was asked.
        ([414], new(Rejected, RetryRule.Never,
            "The upstream refused a parameter, the signature or the clock; check the query, the secret and the time.")),
        ([107439], new(Rejected, RetryRule.Never, "The upstream refused the time window of the query.")),
        ([405, 413, 417, 418, 419, 508, 509, 998, 999],
            new(Rejected, RetryRule.Never, "The upstream refused the form of the call.")),
        ([801, 805, 806, 807, 808, 809, 810, 811, 812, 813, 814, 815],
            new(Rejected, RetryRule.Never, "The upstream refused the call by a rule for teams.")),
        ([107301, 107303, 107306, 107314, 107315, 107321, 107330, 107346, 107347, 107429, 107451],
            new(Rejected, RetryRule.Never, "The upstream refused the call by a rule for messages.")),
    ];
}
