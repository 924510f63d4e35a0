using System.Text;

namespace ThreadGraph.Yunxin.Wire;

/// <summary>
/// The strings and references of one page, each kept once: all replies name the same root and few senders, so a page
/// of 100 replies would otherwise hold some hundred copies of the same ids.
/// </summary>
internal sealed class PageStrings
{
    private const int Slots = 64;
    private const int LongestKept = 64;

    private readonly string?[] _slots = new string?[Slots];

    /// <summary>The reference to the root that was read last.</summary>
    internal MessageReference? Root { get; private set; }

    /// <summary>Reads an id: text, or a number by its digits; null for anything else.</summary>
    internal string? Read(ref JsonScanner json)
    {
        if (!json.TryReadToken(out var bytes, out var isEscaped))
        {
            return null;
        }

        if (isEscaped || bytes.Length > LongestKept || !Ascii.IsValid(bytes))
        {
            return LenientText.Decode(bytes, isEscaped);
        }

        ref var slot = ref _slots[SlotOf(bytes)];
        if (slot is null || !Ascii.Equals(bytes, slot))
        {
            slot = Encoding.ASCII.GetString(bytes);
        }

        return slot;
    }

    /// <summary>A reference to the root: the same object for all replies of the page.</summary>
    internal MessageReference? ShareRoot(MessageReference? root) => root == Root ? Root : Root = root;

    /// <summary>A reference to a parent: the root's own object where that is the parent.</summary>
    internal MessageReference? ShareParent(MessageReference? parent) => parent == Root ? Root : parent;

    // FNV-1a: short, and good enough to spread a page's few ids.
    private static int SlotOf(ReadOnlySpan<byte> bytes)
    {
        var hash = 2166136261u;
        foreach (var value in bytes)
        {
            hash = (hash ^ value) * 16777619u;
        }

        return (int)(hash % Slots);
    }
}
