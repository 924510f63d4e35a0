using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using ThreadGraph.GraphQL.Json;
using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Types;

/// <summary>A point in time, exact to the millisecond.</summary>
public sealed class DateTimeType() : ScalarType<DateTimeOffset>("DateTime",
    "A point in time, RFC 3339 with a time zone and at most milliseconds, such as `2024-10-31T08:06:07.123Z`. " +
    "Written in UTC.")
{
    private const string Written = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private const int LengthToSeconds = 19;
    private const int LengthToMilliseconds = 23;

    private static readonly string[] Formats =
        ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.f", "yyyy-MM-dd'T'HH:mm:ss.ff", "yyyy-MM-dd'T'HH:mm:ss.fff"];

    /// <inheritdoc />
    public override void Serialize(DateTimeOffset value, JsonBuffer output)
    {
        // The round-trip format has a way of its own through the formatter, some times as fast as a custom one. It has
        // seven digits behind the point.
        var target = output.Reserve(32);
        target[0] = (byte)'"';
        value.UtcDateTime.TryFormat(target[1..], out _, "O", CultureInfo.InvariantCulture);
        "Z\""u8.CopyTo(target[(1 + LengthToMilliseconds)..]);
        output.Advance(1 + LengthToMilliseconds + 2);
    }

    /// <inheritdoc />
    public override IValueNode FormatLiteral(object value) => new StringValueNode(
        Location.None,
        ((DateTimeOffset)value).UtcDateTime.ToString(Written, CultureInfo.InvariantCulture),
        block: false);

    /// <inheritdoc />
    protected override string? ParseLiteral(IValueNode literal, out DateTimeOffset value)
    {
        value = default;
        return literal is StringValueNode text && TryParse(text.Value, out value) ? null : Problem(literal.ToString()!);
    }

    /// <inheritdoc />
    protected override string? ParseValue(JsonElement json, out DateTimeOffset value)
    {
        value = default;
        return json.ValueKind == JsonValueKind.String
            && (TryParseWritten(json, out value) || TryParse(json.GetString()!, out value))
            ? null
            : Problem(json.GetRawText());
    }

    private static string Problem(string found) =>
        $"DateTime cannot represent value: {found}. Write it as RFC 3339 with a time zone and at most milliseconds, " +
        "for instance \"2024-10-31T08:06:07.123Z\".";

    /// <summary>As it is written here, and by nearly everybody: read as it stands, without a string made of it first.</summary>
    /// <remarks>Of ISO 8601, which the JSON reader takes, no other form has this length, this point and this zone.</remarks>
    private static bool TryParseWritten(JsonElement json, out DateTimeOffset value)
    {
        value = default;
        var text = JsonMarshal.GetRawUtf8Value(json)[1..^1];
        return text.Length == LengthToMilliseconds + 1 && text[^1] == 'Z' && text[LengthToSeconds] == '.'
            && json.TryGetDateTimeOffset(out value);
    }

    /// <summary>
    /// The zone is cut off and read by hand: a format with <c>zzz</c> would accept <c>+0800</c> too, which RFC 3339
    /// does not, and the letters T and Z may be written small (RFC 3339, 5.6).
    /// </summary>
    private static bool TryParse(string text, out DateTimeOffset value)
    {
        value = default;
        var upper = text.ToUpperInvariant();
        var zoneLength = upper.EndsWith('Z') ? 1 : 6;
        if (upper.Length <= zoneLength || !TryParseZone(upper[^zoneLength..], out var offset))
        {
            return false;
        }

        if (!DateTime.TryParseExact(
            upper[..^zoneLength], Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return false;
        }

        var ticks = local.Ticks - offset.Ticks;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        value = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    private static bool TryParseZone(string zone, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (zone == "Z")
        {
            return true;
        }

        if (zone[0] is not ('+' or '-')
            || !TimeSpan.TryParseExact(zone[1..], "hh':'mm", CultureInfo.InvariantCulture, out offset))
        {
            return false;
        }

        offset = zone[0] == '-' ? -offset : offset;
        return true;
    }
}
