using System.Buffers;
using System.Net.Http.Headers;
using Microsoft.Extensions.Primitives;
using ThreadGraph.Sandbox.Calls;
using ThreadGraph.Sandbox.Faults;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>
/// What the endpoints have in common: a call is counted and timed, goes wrong where a fault is set, is checked at the
/// gate, its form is read, then it is answered.
/// </summary>
/// <remarks>The answer is written into the response's own buffer; the server sends it when the call returns.</remarks>
internal sealed class UpstreamEndpoint(
    SandboxStore store, SandboxOptions options, SandboxApi api, Action<UpstreamCall> answer)
{
    private static readonly Refusal NoForm = new(
        Codes.BadParameter, "\"Content-Type\" must be application/x-www-form-urlencoded;charset=utf-8.");

    private static readonly Refusal UnreadableForm = new(Codes.BadParameter, "The form cannot be read.");

    public Task ServeAsync(HttpContext context)
    {
        store.Calls.Count(api);
        store.Arrivals.Add(new Arrival(api, context.Connection.LocalPort, store.Time.GetUtcNow()));
        return store.Faults.IsAnyPending
            ? ServePerhapsWronglyAsync(context)
            : AnswerAsync(context, context.Response.BodyWriter, fault: null);
    }

    private async Task ServePerhapsWronglyAsync(HttpContext context)
    {
        var target = await FaultTarget.ReadAsync(context, api);
        if (store.Faults.Take(target, store.NowMs) is not { } rule)
        {
            await AnswerAsync(context, context.Response.BodyWriter, fault: null);
            return;
        }

        var injector = new FaultInjector(store.Time, api, (http, body, fault) => AnswerAsync(http, body, fault));
        await injector.AnswerAsync(context, rule);
    }

    private Task AnswerAsync(HttpContext context, IBufferWriter<byte> body, SandboxFault? fault)
    {
        context.Response.ContentType = Answers.ContentType;
        if (store.GateOf(api).Check(context.Request, options) is { } closed)
        {
            Answers.WriteRefusal(body, api, closed);
            return Task.CompletedTask;
        }

        if (api.IsQChat())
        {
            return AnswerFormAsync(context, body, fault);
        }

        answer(new UpstreamCall(api, CallParameters.Query(context), body, fault));
        return Task.CompletedTask;
    }

    private async Task AnswerFormAsync(HttpContext context, IBufferWriter<byte> body, SandboxFault? fault)
    {
        if (!IsForm(context.Request))
        {
            Answers.WriteRefusal(body, api, NoForm);
            return;
        }

        Func<string, StringValues> values;
        try
        {
            values = await CallParameters.ReadAsync(context, api);
        }
        catch (InvalidDataException)
        {
            Answers.WriteRefusal(body, api, UnreadableForm);
            return;
        }

        answer(new UpstreamCall(api, values, body, fault));
    }

    private static bool IsForm(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && "application/x-www-form-urlencoded".Equals(type.MediaType, StringComparison.OrdinalIgnoreCase)
        && (type.CharSet is null || "utf-8".Equals(type.CharSet.Trim('"'), StringComparison.OrdinalIgnoreCase));
}
