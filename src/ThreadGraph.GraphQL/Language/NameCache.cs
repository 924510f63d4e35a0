using System.Text;

namespace ThreadGraph.GraphQL.Language;

/// <summary>Strings of names read before, so that a repeated name is one string.</summary>
/// <remarks>
/// Each name has one slot, and a name that meets another in its slot replaces it: names chosen to collide cost an
/// allocation each, never a search.
/// </remarks>
internal readonly struct NameCache(int sourceLength)
{
    private readonly string?[] _slots = new string?[sourceLength switch { < 256 => 16, < 4096 => 64, _ => 256 }];

    public string Get(ReadOnlySpan<byte> name)
    {
        var hash = 2166136261u; // FNV-1a
        foreach (var character in name)
        {
            hash = (hash ^ character) * 16777619u;
        }

        // The slots are a power of two; the high bits are folded in because the low ones alone mix badly.
        ref var slot = ref _slots[(hash ^ (hash >> 16)) & (uint)(_slots.Length - 1)];
        if (slot is null || !Ascii.Equals(name, slot))
        {
            slot = Encoding.ASCII.GetString(name);
        }

        return slot;
    }
}
