using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ThreadGraph.GraphQL.Http;

/// <summary>Why a request is turned away before it reaches the executor, and with which status code.</summary>
/// <param name="StatusCode">The same under either media type: no well-formed GraphQL request came in.</param>
/// <param name="Error">What the client's developer reads.</param>
internal sealed record Refusal(int StatusCode, IError Error)
{
    public static readonly Refusal NotAcceptable = BadInput(
        StatusCodes.Status406NotAcceptable,
        "No media type in \"Accept\" can be served. Accept \"application/graphql-response+json\" or " +
        "\"application/json\", in UTF-8.");

    public static readonly Refusal UnsupportedContentType = BadInput(
        StatusCodes.Status415UnsupportedMediaType,
        "The body of a POST must be JSON in UTF-8. Send the header \"Content-Type: application/json\".");

    public static readonly Refusal UnsupportedContentEncoding = BadInput(
        StatusCodes.Status415UnsupportedMediaType,
        "The body must not be compressed. Leave out the header \"Content-Encoding\".");

    public static readonly Refusal UnreadableBody = BadRequest("The request body could not be read to its end.");

    public static readonly Refusal EmptyBody = BadRequest(
        "The request body is empty. Send a JSON object with the parameter \"query\".");

    public static readonly Refusal Batch = BadRequest(
        "The request body is an array, but batches are not supported. Send each operation in a request of its own.");

    public static readonly Refusal NotAnObject = BadRequest(
        "The request body must be a JSON object with the parameter \"query\".");

    public static readonly Refusal MissingQuery = BadRequest(
        "The parameter \"query\" is missing. It holds the document, as a string.");

    public static readonly Refusal TwoDocuments = BadRequest(
        "The parameters \"query\" and \"documentId\" are both given. Send the document or its ID, not both.");

    public static readonly Refusal GetNeedsPreflight = BadRequest(
        "A query by GET needs the header \"GraphQL-Preflight: 1\" here. Send it, or use POST.");

    public static readonly Refusal CrossSiteGet = BadRequest(
        "Another site's page may not embed the answer to a query. Send the header \"GraphQL-Preflight: 1\", or use " +
        "POST.");

    /// <summary>The methods that are allowed instead, for the Allow header; only with 405.</summary>
    public string? Allow { get; private init; }

    public static Refusal MethodNotAllowed(string allow) =>
        BadInput(StatusCodes.Status405MethodNotAllowed, $"This method is not served here. Use one of: {allow}.") with
        {
            Allow = allow,
        };

    /// <param name="maxBytes">The largest body that is read.</param>
    /// <param name="actual">The length that was announced, or as much as had arrived when reading stopped.</param>
    public static Refusal TooLarge(int maxBytes, long actual) => new(
        StatusCodes.Status413PayloadTooLarge,
        LimitError.Create(
            ErrorCodes.DocumentLimit,
            $"The request body is larger than {maxBytes} bytes. Ask for less in one request.",
            maxBytes,
            actual,
            nameof(GraphQLServerOptions.MaxRequestBodyBytes)));

    public static Refusal TooDeep(string what, int maxDepth) => new(
        StatusCodes.Status400BadRequest,
        LimitError.Create(
            ErrorCodes.DocumentLimit,
            $"{what} is nested more than {maxDepth} levels deep. Send flatter values.",
            maxDepth,
            maxDepth + 1,
            nameof(GraphQLServerOptions.MaxJsonDepth)));

    public static Refusal NotUtf8(string what) => BadRequest($"{what} is not valid UTF-8.");

    /// <summary>Says where the JSON breaks; line and byte count from 1.</summary>
    public static Refusal NotJson(string what, long line, long byteInLine) =>
        BadRequest($"{what} is not well-formed JSON: see line {line}, byte {byteInLine}.");

    public static Refusal RepeatedKey(string what) =>
        BadRequest($"{what} has a JSON object with the same key twice.");

    public static Refusal LoneSurrogate(string what) =>
        BadRequest($"{what} has a string with half of a surrogate pair (an escape from D800 to DFFF).");

    public static Refusal RepeatedParameter(string name) =>
        BadRequest($"The parameter \"{name}\" is given more than once.");

    public static Refusal WrongType(string name, string expected, JsonValueKind actual) =>
        BadRequest($"The parameter \"{name}\" must be {expected}, not {NameOf(actual)}.");

    private static string NameOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a boolean",
    };

    private static Refusal BadRequest(string message) => BadInput(StatusCodes.Status400BadRequest, message);

    private static Refusal BadInput(int statusCode, string message) =>
        new(statusCode, new Error(message) { Code = ErrorCodes.BadUserInput });
}
