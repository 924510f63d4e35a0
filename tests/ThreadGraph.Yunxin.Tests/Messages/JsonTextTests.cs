using System.Text;
using ThreadGraph.Yunxin.Wire;

namespace ThreadGraph.Yunxin.Tests.Messages;

public class JsonTextTests
{
    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"plain 密 😀\"", "plain 密 😀")]
    [InlineData("\"\\\\ud83d \\\"\\/\\b\\f\\n\\r\\t\\u5bc6\"", "\\ud83d \"/\b\f\n\r\t密")]
    [InlineData("\"\\ud83d\\ude00\\uD83D\\uDE00\"", "😀😀")]
    public void Proper_text_is_handed_on_as_it_came(string json, string text)
    {
        var read = Read(Encoding.UTF8.GetBytes(json));

        Encoding.UTF8.GetString(read.Json).ShouldBe(json);
        read.ToString().ShouldBe(text);
        read.ShouldBe(text);
    }

    [Theory]
    [InlineData("\"cut \\ud83d\"", "\"cut \uFFFD\"")]
    [InlineData("\"\\ude00 cut \\\"\"", "\"\uFFFD cut \\\"\"")]
    [InlineData("\"\\ud83d\\ud83d\\n\"", "\"\uFFFD\uFFFD\\n\"")]
    [InlineData("\"\\ud83d\\u0041\"", "\"\uFFFDA\"")]
    public void Half_a_surrogate_pair_is_handed_on_as_the_replacement_character(string json, string handedOn) =>
        Encoding.UTF8.GetString(Read(Encoding.UTF8.GetBytes(json)).Json).ShouldBe(handedOn);

    [Fact]
    public void Byte_that_is_not_utf_8_is_handed_on_as_the_replacement_character() =>
        Encoding.UTF8.GetString(Read([(byte)'"', (byte)'a', 0xFF, (byte)'b', (byte)'"']).Json).ShouldBe("\"a\uFFFDb\"");

    [Fact]
    public void Text_of_a_string_is_a_json_string() =>
        Encoding.UTF8.GetString(((JsonText)"a\"密\n").Json).ShouldBe("\"a\\\"密\\n\"");

    [Fact]
    public void No_text_is_written_as_the_empty_one_but_is_not_it()
    {
        Encoding.UTF8.GetString(default(JsonText).Json).ShouldBe("\"\"");
        default(JsonText).ShouldNotBe("");
    }

    private static JsonText Read(byte[] json) => new JsonScanner(json).ReadJsonText(new PageTexts());
}
