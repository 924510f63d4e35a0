using ThreadGraph.Threads;

namespace ThreadGraph.Tests.Threads;

/// <summary>The vectors of the paper and of its reference implementation: the key 00 01 … 0f, the input 00 01 ….</summary>
public sealed class SipHashTests
{
    [Theory]
    [InlineData(0, 0x726fdb47dd0e0e31)]
    [InlineData(1, 0x74f839c593dc67fd)]
    [InlineData(7, 0xab0200f58b01d137)]
    [InlineData(8, 0x93f5f5799a932462)]
    [InlineData(15, 0xa129ca6149be45e5)]
    [InlineData(63, 0x958a324ceb064572)]
    public void Code_is_that_of_the_reference(int length, ulong expected) =>
        new SipHash(Bytes(SipHash.KeyBytes)).Of(Bytes(length)).ShouldBe(expected);

    private static byte[] Bytes(int count) => [.. Enumerable.Range(0, count).Select(static i => (byte)i)];
}
