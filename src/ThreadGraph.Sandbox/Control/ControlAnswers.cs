using System.Globalization;
using System.Text.Json;
using ThreadGraph.Sandbox.Threads;
using ThreadGraph.Sandbox.Upstream;

namespace ThreadGraph.Sandbox.Control;

/// <summary>How control endpoints read and answer: JSON in, JSON out, mistakes with 400 and a reason.</summary>
internal static class ControlAnswers
{
    /// <summary>Does what a JSON body asks for; a mistake in it is answered with 400.</summary>
    public static async Task ReadAsync(HttpContext context, Action<JsonElement> act)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
            act(body.RootElement);
        }
        catch (JsonException)
        {
            Fail(context.Response, StatusCodes.Status400BadRequest, "The body must be a JSON object.");
        }
        catch (ArgumentException mistake)
        {
            Fail(context.Response, StatusCodes.Status400BadRequest, mistake.Message);
        }
    }

    public static void Created(HttpResponse response, SandboxMessage message) =>
        Write(response, StatusCodes.Status201Created, json =>
        {
            json.WriteString("serverId"u8, message.ServerId.ToString(CultureInfo.InvariantCulture));
            json.WriteString("clientId"u8, message.ClientId);
            json.WriteNumber("time"u8, message.TimeMs);
        });

    public static void NoContent(HttpResponse response) => response.StatusCode = StatusCodes.Status204NoContent;

    public static void Fail(HttpResponse response, int status, string error) =>
        Write(response, status, json => json.WriteString("error"u8, error));

    /// <summary>Answers with one object.</summary>
    public static void Write(HttpResponse response, int status, Action<Utf8JsonWriter> fields)
    {
        response.StatusCode = status;
        response.ContentType = Answers.ContentType;
        using var json = new Utf8JsonWriter(response.BodyWriter, Answers.WriterOptions);
        json.WriteStartObject();
        fields(json);
        json.WriteEndObject();
    }
}
