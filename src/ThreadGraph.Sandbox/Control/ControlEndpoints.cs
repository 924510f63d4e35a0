using System.Globalization;
using System.Text.Json;
using ThreadGraph.Sandbox.Threads;
using ThreadGraph.Sandbox.Upstream;

namespace ThreadGraph.Sandbox.Control;

/// <summary>What tests and developers steer the sandbox by; no part of the upstream's contract.</summary>
internal sealed class ControlEndpoints(SandboxStore store)
{
    /// <summary>GET /sandbox/calls</summary>
    public Task ShowCalls(HttpContext context)
    {
        using var json = Begin(context.Response, StatusCodes.Status200OK);
        json.WriteStartObject();
        json.WriteNumber("total"u8, store.Calls.Total);
        json.WriteStartObject("byApi"u8);
        foreach (var api in ApiNames.All)
        {
            // The two thread APIs always; the others once they were called.
            var calls = store.Calls.Of(api);
            if (calls > 0 || api is SandboxApi.ThreadMessages or SandboxApi.QueryThreadTalkHistory)
            {
                json.WriteNumber(api.Name(), calls);
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
        return Task.CompletedTask;
    }

    /// <summary>DELETE /sandbox/calls</summary>
    public Task ResetCalls(HttpContext context)
    {
        store.Calls.Reset();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    /// <summary>POST /sandbox/messages</summary>
    public async Task AddMessage(HttpContext context)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
            Created(context.Response, NewMessage.Add(store, body.RootElement));
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

    /// <summary>DELETE /sandbox/messages/{serverId}</summary>
    public Task RecallMessage(HttpContext context)
    {
        var text = (string?)context.Request.RouteValues["serverId"];
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serverId)
            || !store.Recall(serverId))
        {
            Fail(context.Response, StatusCodes.Status404NotFound, "There is no message with this server ID.");
            return Task.CompletedTask;
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static void Created(HttpResponse response, SandboxMessage message)
    {
        using var json = Begin(response, StatusCodes.Status201Created);
        json.WriteStartObject();
        json.WriteString("serverId"u8, message.ServerId.ToString(CultureInfo.InvariantCulture));
        json.WriteString("clientId"u8, message.ClientId);
        json.WriteNumber("time"u8, message.TimeMs);
        json.WriteEndObject();
    }

    private static void Fail(HttpResponse response, int status, string error)
    {
        using var json = Begin(response, status);
        json.WriteStartObject();
        json.WriteString("error"u8, error);
        json.WriteEndObject();
    }

    private static Utf8JsonWriter Begin(HttpResponse response, int status)
    {
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        return new Utf8JsonWriter(response.BodyWriter, Answers.WriterOptions);
    }
}
