using ThreadGraph.Yunxin.Signing;

namespace ThreadGraph.Yunxin.Tests.Signing;

public class CheckSumTests
{
    [Fact]
    public void Contract_vector_gives_its_checksum() => // upstream.md 1.1
        CheckSum.Compute("demo-secret", "7b1c9f", "1700000000")
            .ShouldBe("dad2abd9c1fa5cc32f91b5c09e43d7f0ea86d704");

    [Fact]
    public void Secret_beyond_ascii_is_signed_as_utf_8() => // printf '%s' '密码n1' | sha1sum
        CheckSum.Compute("密码", "n", "1").ShouldBe("950d27c42e952912ec217f7ddc5b034a7eb7b0fc");

    [Fact]
    public void Secret_longer_than_the_stack_buffer_is_signed_whole() => // 600 times "s", then "n1"
        CheckSum.Compute(new string('s', 600), "n", "1").ShouldBe("98c884df9c6131df0f4ca76755949b824172563a");
}
