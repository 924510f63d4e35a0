using System.Text.Json;
using ThreadGraph.GraphQL.Json;
using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Types.Scalars;

public sealed class DateTimeTypeTests
{
    private static readonly DateTimeType Type = new();

    [Theory(DisplayName = "RFC 3339 with a zone and at most milliseconds is a DateTime, written in UTC")]
    [InlineData("2024-10-31T08:06:07.123Z", "2024-10-31T08:06:07.123Z")]
    [InlineData("2024-10-31T08:06:07Z", "2024-10-31T08:06:07.000Z")]
    [InlineData("2024-10-31T08:06:07.1Z", "2024-10-31T08:06:07.100Z")]
    [InlineData("2024-10-31t08:06:07.12z", "2024-10-31T08:06:07.120Z")]
    [InlineData("2024-10-31T16:06:07.123+08:00", "2024-10-31T08:06:07.123Z")]
    [InlineData("2024-10-31T00:06:07.123-08:00", "2024-10-31T08:06:07.123Z")]
    public void Rfc_3339_is_written_in_utc(string text, string written)
    {
        Type.TryParseLiteral(new StringValueNode(Location.None, text, block: false), out var literal, out _).ShouldBeTrue();
        Type.TryParseValue(JsonSerializer.SerializeToElement(text), out var value, out _).ShouldBeTrue();
        value.ShouldBe(literal);

        using var output = new JsonBuffer();
        Type.Serialize((DateTimeOffset)value!, output);
        output.ToString().ShouldBe($"\"{written}\"");
        Type.FormatLiteral(value!).ToString().ShouldBe($"\"{written}\"");
    }

    [Theory(DisplayName = "everything else is refused, and the message shows the form")]
    [InlineData("")]
    [InlineData("Z")]
    [InlineData("2024-10-31")]
    [InlineData("2024-10-31T08:06:07")]
    [InlineData("2024-10-31T08:06:07.1234Z")]
    [InlineData("2024-10-31T08:06:07+0800")]
    [InlineData("2024-10-31T08:06:07*08:00")]
    [InlineData("2024-13-31T08:06:07Z")]
    [InlineData("2024-10-31T24:06:07Z")]
    [InlineData("2024-10-31T24:06:07.123Z")]
    [InlineData("2024-10-31T08:06:60.123Z")]
    [InlineData("2023-02-29T08:06:07.123Z")]
    [InlineData("0000-10-31T08:06:07.123Z")]
    [InlineData("2024-10-31 08:06:07.123Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    public void Everything_else_is_refused(string text)
    {
        Type.TryParseValue(JsonSerializer.SerializeToElement(text), out _, out var problem).ShouldBeFalse();
        problem.ShouldBe(
            $"DateTime cannot represent value: \"{text.Replace("+", "\\u002B", StringComparison.Ordinal)}\". Write it as " +
            "RFC 3339 with a time zone and at most milliseconds, for instance \"2024-10-31T08:06:07.123Z\".");
    }

    [Theory(DisplayName = "escapes in JSON stand for what they say")]
    [InlineData("\"2024-10-31T08:06:07.12\\u0033Z\"")]
    [InlineData("\"2024-10-31T08:06:07.123\\u005A\"")]
    [InlineData("\"2024-10-31T08:06\\u003a07.123Z\"")]
    public void Escapes_stand_for_what_they_say(string json)
    {
        Type.TryParseValue(JsonElement.Parse(json), out var value, out _).ShouldBeTrue();

        value.ShouldBe(new DateTimeOffset(2024, 10, 31, 8, 6, 7, 123, TimeSpan.Zero));
    }

    [Fact]
    public void A_number_is_refused_as_literal_and_as_variable()
    {
        Type.TryParseLiteral(new IntValueNode(Location.None, "1730362767123"), out _, out _).ShouldBeFalse();
        Type.TryParseValue(JsonSerializer.SerializeToElement(1730362767123), out _, out _).ShouldBeFalse();
    }
}
