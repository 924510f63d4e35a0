using System.Globalization;
using System.Numerics;

namespace ThreadGraph.Yunxin.ThreadMessages;

/// <summary>
/// A page token and what its chain must not forget, though it may go on after a restart or on another replica: whether
/// it was begun with a swapped order flag, as the direction must not turn within it (upstream.md 3.2), and where it
/// has been, so that a chain that leads back into itself is noticed.
/// </summary>
/// <remarks>
/// Going round is found as in R. P. Brent, "An improved Monte Carlo factorization algorithm" (1980): each token is
/// compared with one anchor, which moves to the current token after 1, 2, 4, 8… steps. A loop is found after at most
/// about three times as many steps as there are different tokens. Instead of the token the anchor is its hash.
/// </remarks>
/// <param name="Value">The upstream's token.</param>
/// <param name="IsSwapped">Whether the flag on the wire is the opposite of the order asked for.</param>
/// <param name="Step">How many tokens the chain has had, this one included.</param>
/// <param name="Anchor">The hash of the token that later ones are compared with.</param>
internal readonly record struct ChainToken(string Value, bool IsSwapped, uint Step, ulong Anchor)
{
    private const char Swapped = '~';
    private const char Verbatim = '=';
    private const int StepDigits = 4;
    private const int AnchorDigits = 16;
    private const int HeadLength = 1 + StepDigits + AnchorDigits;

    /// <summary>Before the first token of a chain.</summary>
    internal static ChainToken None { get; } = new("", false, 0, 0);

    /// <summary>Reads a token that <see cref="ToString"/> wrote; any other is taken for the upstream's own.</summary>
    internal static ChainToken Parse(string text) =>
        text.Length > HeadLength && text[0] is Swapped or Verbatim
        && uint.TryParse(
            text.AsSpan(1, StepDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var step)
        && ulong.TryParse(
            text.AsSpan(1 + StepDigits, AnchorDigits),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out var anchor)
            ? new(text[HeadLength..], text[0] is Swapped, step, anchor)
            : None with { Value = text };

    /// <summary>The token that comes next.</summary>
    /// <returns>Null if the chain has been there before.</returns>
    internal ChainToken? Follow(string value, bool isSwapped)
    {
        var (hash, step) = (HashOf(value), Math.Min(Step + 1, ushort.MaxValue));
        if (Step > 0 && hash == Anchor)
        {
            return null;
        }

        return new(value, isSwapped, step, BitOperations.IsPow2(step) ? hash : Anchor);
    }

    /// <summary>A mark, step and anchor in hexadecimal digits, and the upstream's token as it is.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(IsSwapped ? Swapped : Verbatim)}{Step:x4}{Anchor:x16}{Value}");

    // FNV-1a, 64 bits: the same on every replica.
    private static ulong HashOf(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in text)
        {
            hash = (hash ^ character) * 1099511628211UL;
        }

        return hash;
    }
}
