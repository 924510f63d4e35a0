using System.Buffers.Binary;
using System.Numerics;

namespace ThreadGraph.Threads;

/// <summary>SipHash-2-4: a code of 64 bits that nobody can make without the key.</summary>
/// <remarks>
/// J.-P. Aumasson and D. J. Bernstein, "SipHash: a fast short-input PRF" (2012), whose test vectors hold. It is here because
/// a page has a code for every cursor: HMAC-SHA-256 by the system's library took about an eighth of the time of a flat page.
/// </remarks>
internal readonly struct SipHash
{
    /// <summary>The length of a key in bytes.</summary>
    public const int KeyBytes = 16;

    private const int WordBytes = 8;

    private readonly ulong _key0;
    private readonly ulong _key1;

    /// <param name="key">The key; what is behind its first 16 bytes is not used.</param>
    public SipHash(ReadOnlySpan<byte> key)
    {
        _key0 = BinaryPrimitives.ReadUInt64LittleEndian(key);
        _key1 = BinaryPrimitives.ReadUInt64LittleEndian(key[WordBytes..]);
    }

    /// <summary>The code of some bytes.</summary>
    public ulong Of(ReadOnlySpan<byte> bytes)
    {
        var state = new State(_key0, _key1);
        var rest = bytes;
        for (; rest.Length >= WordBytes; rest = rest[WordBytes..])
        {
            state.Add(BinaryPrimitives.ReadUInt64LittleEndian(rest));
        }

        // The last word is what is left, and the length modulo 256 in its highest byte.
        var last = (ulong)(byte)bytes.Length << 56;
        for (var i = 0; i < rest.Length; i++)
        {
            last |= (ulong)rest[i] << (8 * i);
        }

        state.Add(last);
        return state.End();
    }

    // The four words begin as the key in "somepseudorandomlygeneratedbytes".
    private struct State(ulong key0, ulong key1)
    {
        private ulong _v0 = key0 ^ 0x736f6d6570736575;
        private ulong _v1 = key1 ^ 0x646f72616e646f6d;
        private ulong _v2 = key0 ^ 0x6c7967656e657261;
        private ulong _v3 = key1 ^ 0x7465646279746573;

        public void Add(ulong word)
        {
            _v3 ^= word;
            Round();
            Round();
            _v0 ^= word;
        }

        public ulong End()
        {
            _v2 ^= 0xff;
            Round();
            Round();
            Round();
            Round();
            return _v0 ^ _v1 ^ _v2 ^ _v3;
        }

        private void Round()
        {
            _v0 += _v1;
            _v1 = BitOperations.RotateLeft(_v1, 13) ^ _v0;
            _v0 = BitOperations.RotateLeft(_v0, 32);
            _v2 += _v3;
            _v3 = BitOperations.RotateLeft(_v3, 16) ^ _v2;
            _v0 += _v3;
            _v3 = BitOperations.RotateLeft(_v3, 21) ^ _v0;
            _v2 += _v1;
            _v1 = BitOperations.RotateLeft(_v1, 17) ^ _v2;
            _v2 = BitOperations.RotateLeft(_v2, 32);
        }
    }
}
