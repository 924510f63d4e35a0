using System.Text;

namespace ThreadGraph.Yunxin.Wire;

/// <summary>
/// The strings and references of one page, each kept once: all replies name the same root and few senders, so a page
/// of 100 replies would otherwise hold some hundred copies of the same ids.
/// </summary>
/// <param name="pageBytes">The length of the page.</param>
internal sealed class PageStrings(int pageBytes)
{
    private const int FewestSlots = 8;
    private const int MostSlots = 64;
    private const int LongestKept = 64;

    // Less than the least that a message takes, so that there are more slots than messages, and of these more than senders.
    private const int BytesPerSlot = 512;

    private readonly string?[] _slots = new string?[Math.Clamp(pageBytes / BytesPerSlot, FewestSlots, MostSlots)];

    /// <summary>The reference to the root that was read last: the same object as long as replies name the same root.</summary>
    internal MessageReference? Root { get; set; }

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

    // FNV-1a: short, and good enough to spread a page's few ids.
    private int SlotOf(ReadOnlySpan<byte> bytes)
    {
        var hash = 2166136261u;
        foreach (var value in bytes)
        {
            hash = (hash ^ value) * 16777619u;
        }

        return (int)(hash % (uint)_slots.Length);
    }
}
