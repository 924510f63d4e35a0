using System.Text;
using System.Text.Json;
using ThreadGraph.GraphQL.Json;

namespace ThreadGraph.GraphQL.Tests.Json;

public sealed class JsonBufferTests
{
    [Fact(DisplayName = "every control character is escaped, the common ones by letter")]
    public void Controls_are_escaped() =>
        Text(new string([.. Enumerable.Range(0, 0x21).Select(static i => (char)i)])).ShouldBe(
            """
            "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f "
            """);

    [Theory(DisplayName = "a string is written as JSON in UTF-8")]
    [InlineData("", "\"\"")]
    [InlineData("plain", "\"plain\"")]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("/<>&'\u007f", "\"/<>&'\u007f\"")]
    [InlineData("é 中文 👍🏽", "\"é 中文 👍🏽\"")]
    [InlineData("\"", "\"\\\"\"")]
    [InlineData("\n👍\n", "\"\\n👍\\n\"")]
    public void String_is_written_as_json(string value, string expected) => Text(value).ShouldBe(expected);

    [Theory(DisplayName = "half a surrogate pair becomes the replacement character")]
    [InlineData(new[] { 0xD83D }, "\"\uFFFD\"")]
    [InlineData(new[] { 0xDC4D }, "\"\uFFFD\"")]
    [InlineData(new[] { 'a', 0xD83D, 'b' }, "\"a\uFFFDb\"")]
    [InlineData(new[] { 0xDC4D, 0xD83D }, "\"\uFFFD\uFFFD\"")]
    [InlineData(new[] { 0xD83D, '\n', 0xDC4D }, "\"\uFFFD\\n\uFFFD\"")]
    public void Lone_surrogate_is_replaced(int[] chars, string expected) =>
        Text(new string([.. chars.Select(static c => (char)c)])).ShouldBe(expected);

    [Fact(DisplayName = "what is written reads back, whatever the characters and the growth")]
    public void Everything_reads_back()
    {
        var random = new Random(1);
        using var json = new JsonBuffer(1);
        List<string> values = [];
        json.WriteByte((byte)'[');
        for (var i = 0; i < 500; i++)
        {
            var value = new string([.. Enumerable.Range(0, random.Next(300)).Select(_ => (char)random.Next(0xD800))]);
            values.Add(value);
            if (i > 0)
            {
                json.WriteByte((byte)',');
            }

            json.WriteString(value);
        }

        json.WriteByte((byte)']');
        JsonSerializer.Deserialize<List<string>>(json.Written).ShouldBe(values);
    }

    [Theory(DisplayName = "integers are written in digits")]
    [InlineData(0, "0")]
    [InlineData(-1, "-1")]
    [InlineData(long.MaxValue, "9223372036854775807")]
    [InlineData(long.MinValue, "-9223372036854775808")]
    public void Integers_are_written_in_digits(long value, string expected)
    {
        Write(json => json.WriteNumber(value)).ShouldBe(expected);
        Write(json => json.WriteNumberAsString(value)).ShouldBe($"\"{expected}\"");
    }

    [Theory(DisplayName = "numbers are written so that they read back the same")]
    [InlineData(0d, "0")]
    [InlineData(0.1, "0.1")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(1e21, "1e+21")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(-1.7976931348623157E+308, "-1.7976931348623157e+308")]
    public void Numbers_read_back_the_same(double value, string expected)
    {
        Write(json => json.WriteNumber(value)).ShouldBe(expected);
        JsonSerializer.Deserialize<double>(expected).ShouldBe(value);
    }

    [Fact(DisplayName = "words are written as they are")]
    public void Words_are_written_as_they_are() => Write(static json =>
    {
        json.WriteNull();
        json.WriteBoolean(true);
        json.WriteBoolean(false);
        json.WriteAsciiString("ENUM"u8);
        json.WriteRaw("{}"u8);
    }).ShouldBe("nulltruefalse\"ENUM\"{}");

    [Fact(DisplayName = "what is taken back is gone, and writing goes on from there")]
    public void What_is_taken_back_is_gone() => Write(static json =>
    {
        json.WriteRaw("{\"a\":"u8);
        var start = json.Length;
        json.WriteString(new string('x', 10_000));
        json.CutTo(start);
        json.WriteNull();
        json.WriteByte((byte)'}');
    }).ShouldBe("{\"a\":null}");

    [Fact(DisplayName = "bytes can be reserved and filled by hand")]
    public void Bytes_can_be_filled_by_hand() => Write(static json =>
    {
        var target = json.Reserve(5000);
        target.Length.ShouldBeGreaterThanOrEqualTo(5000);
        "123"u8.CopyTo(target);
        json.Advance(3);
    }).ShouldBe("123");

    [Fact(DisplayName = "a buffer that was given back cannot be written to, and can be given back again")]
    public void Buffer_given_back_cannot_be_written()
    {
        var json = new JsonBuffer();
        json.WriteNull();
        json.Dispose();
        json.Dispose();
        json.Length.ShouldBe(0);
        Should.Throw<ObjectDisposedException>(json.WriteNull);
    }

    private static string Text(string value) => Write(json => json.WriteString(value));

    private static string Write(Action<JsonBuffer> write)
    {
        using var json = new JsonBuffer();
        write(json);
        json.ToString().ShouldBe(Encoding.UTF8.GetString(json.Written));
        return json.ToString();
    }
}
