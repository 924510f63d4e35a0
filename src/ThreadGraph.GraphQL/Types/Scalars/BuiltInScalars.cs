using System.Globalization;
using System.Text.Json;
using ThreadGraph.GraphQL.Json;
using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Types;

/// <summary>Spec: Type System, "Int": a signed 32-bit integer.</summary>
public sealed class IntType() : ScalarType<int>("Int",
    "The `Int` scalar type represents non-fractional signed whole numeric values. Int can represent values between " +
    "-(2^31) and 2^31 - 1.")
{
    /// <inheritdoc />
    public override void Serialize(int value, JsonBuffer output) => output.WriteNumber(value);

    /// <inheritdoc />
    public override IValueNode FormatLiteral(object value) =>
        new IntValueNode(Location.None, ((int)value).ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc />
    protected override string? ParseLiteral(IValueNode literal, out int value)
    {
        value = 0;
        return literal is not IntValueNode node ? $"Int cannot represent non-integer value: {literal}"
            : int.TryParse(node.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) ? null
            : $"Int cannot represent non 32-bit signed integer value: {node.Value}";
    }

    /// <inheritdoc />
    protected override string? ParseValue(JsonElement json, out int value)
    {
        value = 0;
        if (json.ValueKind != JsonValueKind.Number)
        {
            return $"Int cannot represent non-integer value: {json.GetRawText()}";
        }

        if (json.TryGetInt32(out value))
        {
            return null;
        }

        // JSON writes 1.0 and 1e3 for whole numbers too; a number is an Int by its value, not by its spelling.
        var number = json.GetDouble();
        if (number != Math.Floor(number))
        {
            return $"Int cannot represent non-integer value: {json.GetRawText()}";
        }

        if (number is < int.MinValue or > int.MaxValue)
        {
            return $"Int cannot represent non 32-bit signed integer value: {json.GetRawText()}";
        }

        value = (int)number;
        return null;
    }
}

/// <summary>Spec: Type System, "Float": a double-precision number, finite.</summary>
public sealed class FloatType() : ScalarType<double>("Float",
    "The `Float` scalar type represents signed double-precision fractional values as specified by " +
    "[IEEE 754](https://en.wikipedia.org/wiki/IEEE_floating_point).")
{
    /// <inheritdoc />
    public override void Serialize(double value, JsonBuffer output)
    {
        if (!double.IsFinite(value))
        {
            throw new GraphQLException(
                $"Float cannot represent non numeric value: {value.ToString(CultureInfo.InvariantCulture)}");
        }

        output.WriteNumber(value);
    }

    /// <inheritdoc />
    public override IValueNode FormatLiteral(object value) =>
        new FloatValueNode(Location.None, ((double)value).ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc />
    protected override string? ParseLiteral(IValueNode literal, out double value)
    {
        value = 0;
        var text = (literal as IntValueNode)?.Value ?? (literal as FloatValueNode)?.Value;
        return text is not null
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value)
                ? null
                : $"Float cannot represent non numeric value: {literal}";
    }

    /// <inheritdoc />
    protected override string? ParseValue(JsonElement json, out double value)
    {
        value = 0;
        return json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out value) && double.IsFinite(value)
            ? null
            : $"Float cannot represent non numeric value: {json.GetRawText()}";
    }
}

/// <summary>Spec: Type System, "String": Unicode text.</summary>
public sealed class StringType() : ScalarType<string>("String",
    "The `String` scalar type represents textual data, represented as UTF-8 character sequences. The String type is " +
    "most often used by GraphQL to represent free-form human-readable text.")
{
    /// <inheritdoc />
    public override void Serialize(string value, JsonBuffer output) => output.WriteString(value);

    /// <inheritdoc />
    public override IValueNode FormatLiteral(object value) =>
        new StringValueNode(Location.None, (string)value, block: false);

    /// <inheritdoc />
    protected override string? ParseLiteral(IValueNode literal, out string value)
    {
        value = (literal as StringValueNode)?.Value ?? "";
        return literal is StringValueNode ? null : $"String cannot represent a non string value: {literal}";
    }

    /// <inheritdoc />
    protected override string? ParseValue(JsonElement json, out string value)
    {
        value = json.ValueKind == JsonValueKind.String ? json.GetString()! : "";
        return json.ValueKind == JsonValueKind.String
            ? null
            : $"String cannot represent a non string value: {json.GetRawText()}";
    }
}

/// <summary>Spec: Type System, "Boolean".</summary>
public sealed class BooleanType() : ScalarType<bool>("Boolean",
    "The `Boolean` scalar type represents `true` or `false`.")
{
    /// <inheritdoc />
    public override void Serialize(bool value, JsonBuffer output) => output.WriteBoolean(value);

    /// <inheritdoc />
    public override IValueNode FormatLiteral(object value) => new BooleanValueNode(Location.None, (bool)value);

    /// <inheritdoc />
    protected override string? ParseLiteral(IValueNode literal, out bool value)
    {
        value = literal is BooleanValueNode { Value: true };
        return literal is BooleanValueNode ? null : $"Boolean cannot represent a non boolean value: {literal}";
    }

    /// <inheritdoc />
    protected override string? ParseValue(JsonElement json, out bool value)
    {
        value = json.ValueKind == JsonValueKind.True;
        return json.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? null
            : $"Boolean cannot represent a non boolean value: {json.GetRawText()}";
    }
}

/// <summary>Spec: Type System, "ID": an opaque identifier, written as a string.</summary>
public sealed class IdType() : ScalarType<string>("ID",
    "The `ID` scalar type represents a unique identifier, often used to refetch an object or as key for a cache. The " +
    "ID type appears in a JSON response as a String; however, it is not intended to be human-readable. When expected " +
    "as an input type, any string (such as `\"4\"`) or integer (such as `4`) input value will be accepted as an ID.")
{
    /// <inheritdoc />
    public override void Serialize(string value, JsonBuffer output) => output.WriteString(value);

    /// <inheritdoc />
    public override IValueNode FormatLiteral(object value) =>
        new StringValueNode(Location.None, (string)value, block: false);

    /// <inheritdoc />
    /// <remarks>A literal's digits are copied as they are, so any length of them is exact.</remarks>
    protected override string? ParseLiteral(IValueNode literal, out string value)
    {
        value = (literal as StringValueNode)?.Value ?? (literal as IntValueNode)?.Value ?? "";
        return literal is StringValueNode or IntValueNode
            ? null
            : $"ID cannot represent a non-string and non-integer value: {literal}";
    }

    /// <inheritdoc />
    protected override string? ParseValue(JsonElement json, out string value)
    {
        value = json.ValueKind switch
        {
            JsonValueKind.String => json.GetString()!,
            JsonValueKind.Number => json.GetRawText(),
            _ => "",
        };
        return json.ValueKind switch
        {
            JsonValueKind.String => null,
            JsonValueKind.Number => CheckNumber(value),
            _ => $"ID cannot represent value: {json.GetRawText()}",
        };
    }

    /// <summary>
    /// A JSON number beyond 2^53 has most likely been rounded by the client's own JSON writer on its way here, so it names
    /// another thing than was meant: it is refused instead of guessed at.
    /// </summary>
    private static string? CheckNumber(string digits)
    {
        if (digits.AsSpan().ContainsAny(".eE"))
        {
            return $"ID cannot represent value: {digits}";
        }

        return long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && SafeInteger.Includes(number)
                ? null
                : $"ID cannot represent the number {digits} exactly: integers beyond 2^53 must be quoted, \"{digits}\".";
    }
}
