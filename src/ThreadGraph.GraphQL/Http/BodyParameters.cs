using System.Runtime.InteropServices;
using System.Text.Json;

namespace ThreadGraph.GraphQL.Http;

/// <summary>Reads the parameters from the JSON body of a POST.</summary>
/// <remarks>GraphQL over HTTP, "JSON Encoding". Keys that the draft does not name are ignored, as it asks.</remarks>
internal static class BodyParameters
{
    /// <summary>Reads a body. The parameters refer to <paramref name="body"/> and must not outlive it.</summary>
    /// <returns>What is wrong; <see langword="null"/> where nothing is.</returns>
    public static Refusal? TryRead(ReadOnlyMemory<byte> body, int maxDepth, out RequestParameters? parameters)
    {
        parameters = null;
        if (body.IsEmpty)
        {
            return Refusal.EmptyBody;
        }

        if (StrictJson.Parse(body, "The request body", maxDepth, out var document) is { } malformed)
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

        var given = new Given(body);
        var hasQuery = given.Query.ValueKind == JsonValueKind.String;
        if (CheckQuery(given.Query) is { } refusal)
        {
            return refusal;
        }

        // "id" is how HotChocolate's clients and Relay's examples call it.
        string? documentId = null;
        string? id = null;
        if ((TryGetText("operationName", given.OperationName, out var operationName)
            ?? TryGetText("documentId", given.DocumentId, out documentId)
            ?? TryGetText("id", given.Id, out id)) is { } wrong)
        {
            return wrong;
        }

        var text = hasQuery ? Unescape(given.Query) : null;
        parameters = new RequestParameters(text?.Bytes ?? default, text, document)
        {
            HasQuery = hasQuery,
            DocumentId = documentId ?? (hasQuery ? null : id),
            OperationName = operationName,
            Variables = given.Variables,
            Extensions = given.Extensions,
        };
        return parameters.Check();
    }

    private static Refusal? CheckQuery(JsonElement query) => query.ValueKind switch
    {
        JsonValueKind.String or JsonValueKind.Undefined or JsonValueKind.Null => null,
        _ => Refusal.WrongType("query", "a string", query.ValueKind),
    };

    private static Refusal? TryGetText(string name, JsonElement value, out string? text)
    {
        text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return value.ValueKind is JsonValueKind.String or JsonValueKind.Null or JsonValueKind.Undefined
            ? null
            : Refusal.WrongType(name, "a string or null", value.ValueKind);
    }

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

    /// <summary>The members that mean something here, in one go through all; those not given stay undefined.</summary>
    private readonly struct Given
    {
        public Given(JsonElement body)
        {
            foreach (var member in body.EnumerateObject())
            {
                if (member.NameEquals("query"u8))
                {
                    Query = member.Value;
                }
                else if (member.NameEquals("variables"u8))
                {
                    Variables = member.Value;
                }
                else if (member.NameEquals("operationName"u8))
                {
                    OperationName = member.Value;
                }
                else if (member.NameEquals("extensions"u8))
                {
                    Extensions = member.Value;
                }
                else if (member.NameEquals("documentId"u8))
                {
                    DocumentId = member.Value;
                }
                else if (member.NameEquals("id"u8))
                {
                    Id = member.Value;
                }
            }
        }

        public JsonElement Query { get; }

        public JsonElement Variables { get; }

        public JsonElement OperationName { get; }

        public JsonElement Extensions { get; }

        public JsonElement DocumentId { get; }

        public JsonElement Id { get; }
    }
}
