using System.Text;
using System.Text.Json;

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
    private MessageReference? _root;

    /// <summary>Reads an id: text, or a number by its digits; null for anything else.</summary>
    internal string? Read(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
        {
            return Take(ref reader);
        }

        reader.Skip();
        return null;
    }

    /// <summary>The current string or number as text.</summary>
    internal string Take(ref Utf8JsonReader reader)
    {
        var bytes = reader.ValueSpan;
        if (reader.ValueIsEscaped || bytes.Length > LongestKept || !Ascii.IsValid(bytes))
        {
            return LenientText.Read(ref reader);
        }

        ref var slot = ref _slots[SlotOf(bytes)];
        if (slot is null || !Ascii.Equals(bytes, slot))
        {
            slot = Encoding.ASCII.GetString(bytes);
        }

        return slot;
    }

    /// <summary>A reference to the root: the same object for all replies of the page.</summary>
    internal MessageReference? ShareRoot(MessageReference? root) => root == _root ? _root : _root = root;

    /// <summary>A reference to a parent: the root's own object where that is the parent.</summary>
    internal MessageReference? ShareParent(MessageReference? parent) => parent == _root ? _root : parent;

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
