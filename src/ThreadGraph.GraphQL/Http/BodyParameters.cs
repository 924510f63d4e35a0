using System.Runtime.InteropServices;
using System.Text.Json;

namespace ThreadGraph.GraphQL.Http;

/// <summary>Reads the parameters from the JSON body of a POST.</summary>
/// <remarks>GraphQL over HTTP, "JSON Encoding". Keys that the draft does not name are ignored, as it asks.</remarks>
internal static class BodyParameters
{
    /// <summary>Reads a body. The parameters refer to <paramref name="body"/> and must not outlive it.</summary>
    /// <returns>What is wrong; <see langword="null"/> where nothing is.</returns>
    public static Refusal? TryRead(ReadOnlyMemory<byte> body, out RequestParameters? parameters)
    {
        parameters = null;
        if (body.IsEmpty)
        {
            return Refusal.EmptyBody;
        }

        if (StrictJson.Parse(body, "The request body", out var document) is { } malformed)
        {
            return malformed;
        }

        if (TryRead(document!, out parameters) is not { } refusal)
        {
            return null;
        }

        parameters?.Dispose();
        parameters = null;
        document!.Dispose();
        return refusal;
    }

    private static Refusal? TryRead(JsonDocument document, out RequestParameters? parameters)
    {
        parameters = null;
        var body = document.RootElement;
        if (body.ValueKind != JsonValueKind.Object)
        {
            return body.ValueKind == JsonValueKind.Array ? Refusal.Batch : Refusal.NotAnObject;
        }

        var query = Find(body, "query");
        var operationName = Find(body, "operationName");
        if (CheckQuery(query) is { } refusal)
        {
            return refusal;
        }

        if (operationName.ValueKind is not (JsonValueKind.String or JsonValueKind.Null or JsonValueKind.Undefined))
        {
            return Refusal.WrongType("operationName", "a string or null", operationName.ValueKind);
        }

        var text = Unescape(query);
        parameters = new RequestParameters(text.Bytes, text, document)
        {
            OperationName = operationName.ValueKind == JsonValueKind.String ? operationName.GetString() : null,
            Variables = Find(body, "variables"),
            Extensions = Find(body, "extensions"),
        };
        return parameters.CheckMaps();
    }

    private static Refusal? CheckQuery(JsonElement query) => query.ValueKind switch
    {
        JsonValueKind.String => null,
        JsonValueKind.Undefined or JsonValueKind.Null => Refusal.MissingQuery,
        _ => Refusal.WrongType("query", "a string", query.ValueKind),
    };

    /// <summary>Straight from escaped UTF-8 to plain UTF-8, which is never longer.</summary>
    private static PooledBytes Unescape(JsonElement text)
    {
        var raw = JsonMarshal.GetRawUtf8Value(text);
        var reader = new Utf8JsonReader(raw);
        reader.Read();
        var plain = PooledBytes.Rent(raw.Length);
        plain.CutTo(reader.CopyString(plain.Span));
        return plain;
    }

    private static JsonElement Find(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) ? value : default;
}
