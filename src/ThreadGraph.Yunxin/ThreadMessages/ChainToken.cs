namespace ThreadGraph.Yunxin.ThreadMessages;

/// <summary>
/// A page token and whether its chain was begun with a swapped order flag. The direction must not turn within a chain
/// (upstream.md 3.2), and a chain may go on after a restart or on another replica, so the token carries the mark.
/// </summary>
/// <param name="Value">The upstream's token.</param>
/// <param name="IsSwapped">Whether the flag on the wire is the opposite of the order asked for.</param>
internal readonly record struct ChainToken(string Value, bool IsSwapped)
{
    private const char Swapped = '~';
    private const char Verbatim = '=';

    /// <summary>Reads a token that <see cref="ToString"/> wrote.</summary>
    internal static ChainToken Parse(string text) => text switch
    {
        [Swapped, .. var value] => new(value, true),
        [Verbatim, .. var value] => new(value, false),
        _ => new(text, false),
    };

    /// <summary>The upstream's token as it is, with a mark in front only where it is needed.</summary>
    public override string ToString() => this switch
    {
        { IsSwapped: true } => Swapped + Value,
        { Value: [Swapped or Verbatim, ..] } => Verbatim + Value,
        _ => Value,
    };
}
