using System.Globalization;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Control;

/// <summary><c>/sandbox/messages</c> and <c>/sandbox/threads</c>: what is said while the sandbox runs.</summary>
internal sealed class MessageControl(SandboxStore store)
{
    /// <summary>POST /sandbox/messages</summary>
    public Task AddReply(HttpContext context) => ControlAnswers.ReadAsync(
        context, body => ControlAnswers.Created(context.Response, MessageBody.AddReply(store, body)));

    /// <summary>POST /sandbox/threads</summary>
    public Task AddThread(HttpContext context) => ControlAnswers.ReadAsync(
        context, body => ControlAnswers.Created(context.Response, MessageBody.AddThread(store, body)));

    /// <summary>PATCH /sandbox/messages/{serverId}</summary>
    public Task Edit(HttpContext context) => ControlAnswers.ReadAsync(
        context, body => Changed(context.Response, MessageBody.Edit(store, ServerId(context), body)));

    /// <summary>DELETE /sandbox/messages/{serverId}?how=recall|delete|purge</summary>
    public Task Remove(HttpContext context)
    {
        var serverId = ServerId(context);
        switch (context.Request.Query["how"].ToString())
        {
            case "" or "recall":
                Changed(context.Response, store.Recall(serverId));
                break;
            case "delete":
                Changed(context.Response, store.Delete(serverId));
                break;
            case "purge":
                Changed(context.Response, store.Purge(serverId));
                break;
            default:
                ControlAnswers.Fail(
                    context.Response, StatusCodes.Status400BadRequest, "\"how\" must be recall, delete or purge.");
                break;
        }

        return Task.CompletedTask;
    }

    /// <returns>The ID in the path; one that no message has where it is none.</returns>
    private static long ServerId(HttpContext context)
    {
        var text = (string?)context.Request.RouteValues["serverId"];
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serverId) ? serverId : -1;
    }

    private static void Changed(HttpResponse response, bool found)
    {
        if (found)
        {
            ControlAnswers.NoContent(response);
            return;
        }

        ControlAnswers.Fail(
            response, StatusCodes.Status404NotFound, "There is no message with this server ID.");
    }
}
