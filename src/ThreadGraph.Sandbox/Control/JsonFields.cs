using System.Globalization;
using System.Text.Json;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Control;

/// <summary>Reads the fields of a control request's JSON object; each mistake says what was expected.</summary>
internal sealed class JsonFields
{
    private readonly JsonElement _body;

    /// <param name="body">What was sent.</param>
    /// <param name="names">The fields it may have.</param>
    /// <exception cref="ArgumentException">It is no object, or has another field.</exception>
    public JsonFields(JsonElement body, params IReadOnlyList<string> names)
    {
        _body = body;
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw new ArgumentException("The body must be a JSON object.");
        }

        foreach (var property in body.EnumerateObject())
        {
            if (!names.Contains(property.Name))
            {
                throw new ArgumentException($"Unknown field \"{property.Name}\"; known: {string.Join(", ", names)}.");
            }
        }
    }

    /// <returns>The field; null when it is absent or null.</returns>
    public JsonElement? Value(string name) =>
        _body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public string? Text(string name) => Value(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw new ArgumentException($"\"{name}\" must be a string."),
    };

    public string? Account(string name) => Text(name) is { } account ? AccountId.Normalize(account) : null;

    public string[]? Accounts(string name) => Value(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Array } array when
            array.EnumerateArray().All(account => account.ValueKind == JsonValueKind.String) =>
            [.. array.EnumerateArray().Select(account => AccountId.Normalize(account.GetString()!))],
        _ => throw new ArgumentException($"\"{name}\" must be an array of strings."),
    };

    public bool? Flag(string name) => Value(name)?.ValueKind switch
    {
        null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new ArgumentException($"\"{name}\" must be true or false."),
    };

    /// <summary>A 64-bit ID, as string or number.</summary>
    public long? Id(string name)
    {
        if (Value(name) is not { } value)
        {
            return null;
        }

        var digits = value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new ArgumentException($"\"{name}\" must be a server ID: a 64-bit integer, as string or number.");
    }

    /// <exception cref="ArgumentException">It is absent, or no ID.</exception>
    public long RequiredId(string name, string meaning) =>
        Id(name) ?? throw new ArgumentException($"\"{name}\" is required: {meaning}.");

    public long? Number(string name)
    {
        if (Value(name) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= 0
            ? number
            : throw new ArgumentException($"\"{name}\" must be a whole number from 0.");
    }

    public int? Int(string name) => Number(name) switch
    {
        null => null,
        { } number and <= int.MaxValue => (int)number,
        _ => throw new ArgumentException($"\"{name}\" must be at most {int.MaxValue}."),
    };

    /// <summary>A member of an enumeration by its name, in any case.</summary>
    public T? Member<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<T>(text, ignoreCase: true)
            : throw new ArgumentException($"\"{name}\" must be one of {string.Join(", ", Enum.GetNames<T>())}.");
    }
}
