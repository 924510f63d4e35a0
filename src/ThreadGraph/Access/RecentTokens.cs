using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace ThreadGraph.Access;

/// <summary>Remembers for a short while which account a token that was found good names, for the same client asks again.</summary>
/// <remarks>
/// <para>
/// Only the whole token, byte for byte, is known again, and never beyond its own end; a key that is withdrawn opens nothing
/// more once the time is over. What was found wrong is not remembered.
/// </para>
/// <para>
/// The memory is bounded: no more than so many tokens, of which the oldest goes first, and none that is long. It takes a
/// token in its usual spelling alone, so that nobody fills it with one.
/// </para>
/// </remarks>
internal sealed class RecentTokens(IOptions<AccessOptions> options, TimeProvider time)
{
    /// <summary>The longest credentials that are remembered, in characters; issuers rarely need a quarter of it.</summary>
    public const int MaxLength = 4_096;

    private const string Scheme = "Bearer ";

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Entry> _oldestFirst = new();

    /// <summary>Finds the account of credentials that were found good.</summary>
    /// <param name="credentials">The Authorization header.</param>
    /// <param name="account">The account.</param>
    public bool TryFind(string credentials, [NotNullWhen(true)] out string? account)
    {
        account = _entries.TryGetValue(credentials, out var entry) && time.GetUtcNow() < entry.Until ? entry.Account : null;
        return account is not null;
    }

    /// <summary>Remembers the account of credentials that have been found good.</summary>
    /// <param name="credentials">The Authorization header.</param>
    /// <param name="account">The account.</param>
    /// <param name="expires">When the token ends; one that does not say is not remembered.</param>
    public void Keep(string credentials, string account, DateTimeOffset? expires)
    {
        var (settings, now) = (options.Value, time.GetUtcNow());
        if (expires is not { } end || !IsUsual(credentials))
        {
            return;
        }

        // The end may be the last moment of all time, to which nothing can be added.
        var left = end - now < TimeSpan.FromDays(1) ? end - now + settings.ClockSkew : TimeSpan.MaxValue;
        var kept = left < settings.TokenCacheTime ? left : settings.TokenCacheTime;
        if (kept > TimeSpan.Zero)
        {
            var entry = new Entry(credentials, account, now + kept);
            _entries[credentials] = entry;
            _oldestFirst.Enqueue(entry);
            MakeRoom(now);
        }
    }

    private static bool IsUsual(string credentials) =>
        credentials.Length <= MaxLength
        && credentials.StartsWith(Scheme, StringComparison.Ordinal)
        && !credentials.AsSpan(Scheme.Length).ContainsAny(' ', '\t');

    private void MakeRoom(DateTimeOffset now)
    {
        while (_oldestFirst.TryPeek(out var oldest)
            && (oldest.Until <= now || _oldestFirst.Count > options.Value.TokenCacheSize)
            && _oldestFirst.TryDequeue(out var entry))
        {
            _entries.TryRemove(KeyValuePair.Create(entry.Credentials, entry));
        }
    }

    private sealed class Entry(string credentials, string account, DateTimeOffset until)
    {
        public string Credentials { get; } = credentials;

        public string Account { get; } = account;

        public DateTimeOffset Until { get; } = until;
    }
}
