using System.Text.Json;
using System.Text.RegularExpressions;
using ThreadGraph.GraphQL.Json;
using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.Conformance.Schema;

/// <summary>A scalar of the schema's own: a colour such as <c>#c0ffee</c>.</summary>
public sealed partial class ShadeType() : ScalarType<string>("Shade", "A colour, such as `#c0ffee`.")
{
    /// <inheritdoc />
    public override Uri SpecifiedBy { get; } = new("https://www.w3.org/TR/css-color-4/#hex-notation");

    /// <inheritdoc />
    public override void Serialize(string value, JsonBuffer output)
    {
        if (!Shade().IsMatch(value))
        {
            throw new GraphQL.GraphQLException($"No colour: {value}");
        }

        output.WriteString(value);
    }

    /// <inheritdoc />
    public override IValueNode FormatLiteral(object value) => new StringValueNode(Location.None, (string)value, block: false);

    /// <inheritdoc />
    protected override string? ParseLiteral(IValueNode literal, out string value) =>
        Parse((literal as StringValueNode)?.Value, out value);

    /// <inheritdoc />
    protected override string? ParseValue(JsonElement json, out string value) =>
        Parse(json.ValueKind == JsonValueKind.String ? json.GetString() : null, out value);

    private static string? Parse(string? text, out string value)
    {
        value = text?.ToLowerInvariant() ?? "";
        return Shade().IsMatch(value) ? null : "Not a colour.";
    }

    [GeneratedRegex("^#[0-9a-f]{6}\\z")]
    private static partial Regex Shade();
}
