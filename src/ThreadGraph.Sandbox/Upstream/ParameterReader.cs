using System.Globalization;
using Microsoft.Extensions.Primitives;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>Reads a call's parameters one by one and keeps the first refusal, so that callers stay flat.</summary>
/// <param name="values">A parameter's values by name; none when it is absent.</param>
/// <param name="emptyRequiredCode">The code for a required parameter that is there but empty.</param>
internal sealed class ParameterReader(Func<string, StringValues> values, int emptyRequiredCode)
{
    private const int MaxThreadLimit = 100;

    /// <summary>The first thing that was wrong; null while nothing was.</summary>
    public Refusal? Refusal { get; private set; }

    public string Text(string name)
    {
        var value = Optional(name);
        if (value is null)
        {
            Refuse(Codes.BadParameter, $"\"{name}\" is required.");
        }
        else if (value.Length == 0)
        {
            Refuse(emptyRequiredCode, $"\"{name}\" is required, but is empty.");
        }

        return value ?? "";
    }

    /// <returns>The value, perhaps empty; null when the parameter is absent.</returns>
    public string? Optional(string name)
    {
        var value = values(name);
        if (value.Count > 1)
        {
            Refuse(Codes.BadParameter, $"\"{name}\" is given {value.Count} times.");
        }

        return value.Count == 0 ? null : value[0] ?? "";
    }

    /// <summary>A required whole number from 0, in decimal digits.</summary>
    public long Number(string name) => ParseNumber(name, Text(name));

    /// <summary>An optional one.</summary>
    public long? OptionalNumber(string name) => Optional(name) is { } value ? ParseNumber(name, value) : null;

    /// <summary>A page size from 1; required where it has no default.</summary>
    public int Limit(string name, int? defaultLimit = null, int maxLimit = MaxThreadLimit)
    {
        var value = defaultLimit is null ? Text(name) : Optional(name);
        if (value is null)
        {
            return defaultLimit ?? 0;
        }

        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            || limit < 1 || limit > maxLimit)
        {
            Refuse(Codes.BadParameter, $"\"{name}\" must be a whole number from 1 to {maxLimit}.");
        }

        return limit;
    }

    /// <summary>An optional <c>true</c> or <c>false</c>.</summary>
    public bool Flag(string name, bool defaultFlag)
    {
        switch (Optional(name))
        {
            case null:
                return defaultFlag;
            case "true":
                return true;
            case "false":
                return false;
            default:
                Refuse(Codes.BadParameter, $"\"{name}\" must be true or false.");
                return defaultFlag;
        }
    }

    /// <summary>A required account ID, in lower case.</summary>
    public string Account(string name) => ParseAccount(name, Text(name));

    /// <summary>An optional one.</summary>
    public string? OptionalAccount(string name) => Optional(name) is { } value ? ParseAccount(name, value) : null;

    public void Refuse(int code, string message) => Refusal ??= new Refusal(code, message);

    private long ParseNumber(string name, string value)
    {
        if (!long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            Refuse(Codes.BadParameter, $"\"{name}\" must be a whole number from 0 to {long.MaxValue}.");
        }

        return number;
    }

    private string ParseAccount(string name, string value)
    {
        if (!AccountId.IsValid(value))
        {
            Refuse(
                Codes.BadParameter,
                $"\"{name}\" must be an account: 1 to 32 of letters, digits and _ @ . - characters.");
        }

        return value.ToLowerInvariant();
    }
}
