using System.Text.Json;
using ThreadGraph.GraphQL.Json;
using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Types;

/// <summary>Any JSON value, for output.</summary>
public sealed class JsonType() : ScalarType<JsonElement>("JSON",
    "Any JSON value. Integers beyond 2^53 appear as strings.")
{
    private const string OutputOnly = "JSON is an output type here; no value of it can be given.";

    /// <inheritdoc />
    public override void Serialize(JsonElement value, JsonBuffer output)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(value, output);
                break;
            case JsonValueKind.Array:
                WriteArray(value, output);
                break;
            case JsonValueKind.String:
                output.WriteString(value.GetString());
                break;
            case JsonValueKind.Number:
                WriteNumber(value, output);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                output.WriteBoolean(value.GetBoolean());
                break;
            default:
                output.WriteNull();
                break;
        }
    }

    /// <inheritdoc />
    public override IValueNode FormatLiteral(object value) => throw new NotSupportedException(OutputOnly);

    /// <inheritdoc />
    protected override string? ParseLiteral(IValueNode literal, out JsonElement value)
    {
        value = default;
        return OutputOnly;
    }

    /// <inheritdoc />
    protected override string? ParseValue(JsonElement json, out JsonElement value)
    {
        value = default;
        return OutputOnly;
    }

    private void WriteObject(JsonElement value, JsonBuffer output)
    {
        var first = true;
        output.WriteByte((byte)'{');
        foreach (var member in value.EnumerateObject())
        {
            if (!first)
            {
                output.WriteByte((byte)',');
            }

            first = false;
            output.WriteString(member.Name);
            output.WriteByte((byte)':');
            Serialize(member.Value, output);
        }

        output.WriteByte((byte)'}');
    }

    private void WriteArray(JsonElement value, JsonBuffer output)
    {
        var first = true;
        output.WriteByte((byte)'[');
        foreach (var item in value.EnumerateArray())
        {
            if (!first)
            {
                output.WriteByte((byte)',');
            }

            first = false;
            Serialize(item, output);
        }

        output.WriteByte((byte)']');
    }

    /// <summary>Digits are copied, never read as a double; an integer that a double cannot hold becomes a string.</summary>
    private static void WriteNumber(JsonElement value, JsonBuffer output)
    {
        var digits = value.GetRawText();
        var integer = !digits.AsSpan().ContainsAny(".eE");
        var safe = !integer || (value.TryGetInt64(out var number) && SafeInteger.Includes(number));
        if (safe)
        {
            output.WriteRaw(System.Text.Encoding.ASCII.GetBytes(digits));
        }
        else
        {
            output.WriteString(digits);
        }
    }
}
