using System.Text;
using ThreadGraph.Yunxin.Wire;

namespace ThreadGraph.Yunxin.Tests.Wire;

public class LenientTextTests
{
    [Theory]
    [InlineData("\"plain 密 😀\"", "plain 密 😀")]
    [InlineData("\"\\ud83d\\ude00 \\u5bc6\"", "😀 密")]
    [InlineData("\"cut \\ud83d\"", "cut \uFFFD")]
    [InlineData("\"\\ude00 cut, \\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\"", "\uFFFD cut, \"\\/\b\f\n\r\tA")]
    public void Half_a_surrogate_pair_reads_as_the_replacement_character(string json, string text) =>
        Read(Encoding.UTF8.GetBytes(json)).ShouldBe(text);

    [Fact]
    public void Byte_that_is_not_utf_8_reads_as_the_replacement_character() =>
        Read([(byte)'"', (byte)'a', 0xFF, (byte)'b', (byte)'"']).ShouldBe("a\uFFFDb");

    private static string? Read(byte[] json) => new JsonScanner(json).ReadText();
}
