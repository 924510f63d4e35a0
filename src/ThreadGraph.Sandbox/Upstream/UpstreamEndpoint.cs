using System.Buffers;
using System.Net.Http.Headers;
using Microsoft.Extensions.Primitives;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>
/// What the endpoints have in common: a call is counted, checked at the gate, its form is read, then it is answered.
/// </summary>
/// <remarks>The answer is written into the response's own buffer; the server sends it when the call returns.</remarks>
internal sealed class UpstreamEndpoint(
    SandboxStore store, SandboxOptions options, SandboxApi api, Action<UpstreamCall> answer)
{
    public Task ServeAsync(HttpContext context)
    {
        store.Calls.Count(api);
        return AnswerAsync(context, context.Response.BodyWriter);
    }

    private Task AnswerAsync(HttpContext context, IBufferWriter<byte> body)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        if (store.GateOf(api).Check(context.Request, options) is { } closed)
        {
            Answers.WriteRefusal(body, api, closed);
            return Task.CompletedTask;
        }

        if (api.IsQChat())
        {
            return AnswerFormAsync(context, body);
        }

        var query = context.Request.Query;
        answer(new UpstreamCall(api, context, name => query[name], body));
        return Task.CompletedTask;
    }

    private async Task AnswerFormAsync(HttpContext context, IBufferWriter<byte> body)
    {
        if (!IsForm(context.Request))
        {
            Answers.WriteRefusal(body, api, new Refusal(
                Codes.BadParameter, "\"Content-Type\" must be application/x-www-form-urlencoded;charset=utf-8."));
            return;
        }

        Func<string, StringValues> values;
        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            values = name => form[name];
        }
        catch (InvalidDataException)
        {
            Answers.WriteRefusal(body, api, new Refusal(Codes.BadParameter, "The form cannot be read."));
            return;
        }

        answer(new UpstreamCall(api, context, values, body));
    }

    private static bool IsForm(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && "application/x-www-form-urlencoded".Equals(type.MediaType, StringComparison.OrdinalIgnoreCase)
        && (type.CharSet is null || "utf-8".Equals(type.CharSet.Trim('"'), StringComparison.OrdinalIgnoreCase));
}
