using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ThreadGraph.GraphQL.Http;

/// <summary>Reads the parameters from the query string of a GET; an empty one counts as left out.</summary>
/// <remarks>GraphQL over HTTP, "GET": <c>variables</c> and <c>extensions</c> are JSON, URL-encoded.</remarks>
internal static class QueryStringParameters
{
    /// <summary>Reads a query string.</summary>
    /// <returns>What is wrong; <see langword="null"/> where nothing is.</returns>
    public static Refusal? TryRead(IQueryCollection query, int maxDepth, out RequestParameters? parameters)
    {
        parameters = null;
        string? documentId = null;
        string? operationName = null;
        JsonDocument? variables = null;
        JsonDocument? extensions = null;
        var refusal = TryGetText(query, "query", out var document)
            ?? TryGetText(query, "documentId", out documentId)
            ?? TryGetText(query, "operationName", out operationName)
            ?? TryGetJson(query, "variables", maxDepth, out variables)
            ?? TryGetJson(query, "extensions", maxDepth, out extensions);
        var read = new RequestParameters(Encoding.UTF8.GetBytes(document ?? ""), variables, extensions)
        {
            HasQuery = document is not null,
            DocumentId = documentId,
            OperationName = operationName,
            Variables = variables?.RootElement ?? default,
            Extensions = extensions?.RootElement ?? default,
        };
        refusal ??= read.Check();
        if (refusal is not null)
        {
            read.Dispose();
            return refusal;
        }

        parameters = read;
        return null;
    }

    private static Refusal? TryGetText(IQueryCollection query, string name, out string? text)
    {
        var values = query[name];
        text = string.IsNullOrEmpty(values) ? null : values[0];
        return values.Count > 1 ? Refusal.RepeatedParameter(name) : null;
    }

    private static Refusal? TryGetJson(IQueryCollection query, string name, int maxDepth, out JsonDocument? json)
    {
        json = null;
        if (TryGetText(query, name, out var text) is { } repeated)
        {
            return repeated;
        }

        return text is null
            ? null
            : StrictJson.Parse(Encoding.UTF8.GetBytes(text), $"The parameter \"{name}\"", maxDepth, out json);
    }
}
