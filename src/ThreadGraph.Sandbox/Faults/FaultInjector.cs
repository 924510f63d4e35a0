using System.Buffers;
using System.Text;
using ThreadGraph.Sandbox.Upstream;

namespace ThreadGraph.Sandbox.Faults;

/// <summary>Answers one call wrongly, over the connection that it came on.</summary>
/// <param name="time">Delays go by it.</param>
/// <param name="api">The API called, and so the envelope of refusals.</param>
/// <param name="answer">Writes the answer that the call would have, changed where the fault is one of pages.</param>
internal sealed class FaultInjector(
    TimeProvider time, SandboxApi api, Func<HttpContext, IBufferWriter<byte>, SandboxFault, Task> answer)
{
    private const int PieceBytes = 64;
    private const int PaddingPieceBytes = 64 * 1024;

    public async Task AnswerAsync(HttpContext context, FaultRule rule)
    {
        // A client that gave up and a host that stops both end what would go on for ever.
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            await AnswerAsync(context, rule, end.Token);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    private Task AnswerAsync(HttpContext context, FaultRule rule, CancellationToken end)
    {
        switch (rule.Fault)
        {
            case SandboxFault.Latency:
                return AnswerLateAsync(context, rule, end);
            case SandboxFault.Hang:
                return Task.Delay(Timeout.InfiniteTimeSpan, time, end);
            case SandboxFault.ResetBeforeAnswer:
                context.Abort();
                return Task.CompletedTask;
            case SandboxFault.InternalServerError:
                return AnswerPageAsync(context.Response, "500 Internal Server Error", end);
            case SandboxFault.BadGateway:
                return AnswerPageAsync(context.Response, "502 Bad Gateway", end);
            case SandboxFault.ServiceUnavailable:
                return AnswerPageAsync(context.Response, "503 Service Temporarily Unavailable", end);
            case SandboxFault.GatewayTimeout:
                return AnswerPageAsync(context.Response, "504 Gateway Time-out", end);
            case SandboxFault.TooFrequent:
                return Refuse(context.Response, Refusal.TooFrequent);
            case SandboxFault.DuplicateRequest:
                return Refuse(context.Response, Refusal.Duplicate(api));
            case SandboxFault.RetryCode:
                return Refuse(context.Response, new Refusal(449, "Please try again."));
            case SandboxFault.InternalErrorCode:
                return Refuse(context.Response, new Refusal(500, "Internal error."));
            case SandboxFault.BusyCode:
                return Refuse(context.Response, new Refusal(503, "The server is busy."));
            case SandboxFault.InvertedOrder or SandboxFault.UnchangedToken:
            case SandboxFault.LoopingToken or SandboxFault.OtherThread:
                return answer(context, context.Response.BodyWriter, rule.Fault);
            default:
                return AnswerSpoiltAsync(context, rule, end);
        }
    }

    private async Task AnswerLateAsync(HttpContext context, FaultRule rule, CancellationToken end)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(rule.DelayMs), time, end);
        await answer(context, context.Response.BodyWriter, rule.Fault);
    }

    private static Task AnswerPageAsync(HttpResponse response, string status, CancellationToken end)
    {
        response.StatusCode = int.Parse(status.AsSpan(0, 3), provider: null);
        response.ContentType = "text/html";
        return response.WriteAsync($"<html><head><title>{status}</title></head><body>{status}</body></html>\r\n", end);
    }

    private Task Refuse(HttpResponse response, Refusal refusal)
    {
        response.ContentType = Answers.ContentType;
        Answers.WriteRefusal(response.BodyWriter, api, refusal);
        return Task.CompletedTask;
    }

    /// <summary>The right answer is made in full first, then spoilt on its way.</summary>
    private async Task AnswerSpoiltAsync(HttpContext context, FaultRule rule, CancellationToken end)
    {
        var response = context.Response;
        var made = new ArrayBufferWriter<byte>();
        await answer(context, made, rule.Fault);
        var body = made.WrittenMemory;
        switch (rule.Fault)
        {
            case SandboxFault.EmptyBody:
                return;
            case SandboxFault.WrongContentType:
                response.ContentType = "text/html; charset=utf-8";
                await response.BodyWriter.WriteAsync(body, end);
                return;
            case SandboxFault.TruncatedJson:
                await response.BodyWriter.WriteAsync(body[..(body.Length / 2)], end);
                return;
            case SandboxFault.MalformedJson:
                await response.BodyWriter.WriteAsync(body[..^1], end);
                await response.BodyWriter.WriteAsync("]"u8.ToArray(), end);
                return;
            case SandboxFault.OversizedBody:
                await WriteOversizedAsync(response, body, rule.BodyBytes, end);
                return;
            case SandboxFault.SlowBody:
                await WriteSlowlyAsync(response, body, TimeSpan.FromMilliseconds(rule.DelayMs), end);
                return;
            case SandboxFault.ResetMidBody:
                // Less is sent than was declared: the server sends what there is, then closes the connection.
                response.ContentLength = body.Length;
                await response.BodyWriter.WriteAsync(body[..(body.Length / 2)], end);
                return;
            default:
                throw new ArgumentOutOfRangeException(nameof(rule), rule.Fault, null);
        }
    }

    private static async Task WriteOversizedAsync(
        HttpResponse response, ReadOnlyMemory<byte> body, int bytes, CancellationToken end)
    {
        var piece = new byte[Math.Min(bytes, PaddingPieceBytes)];
        piece.AsSpan().Fill((byte)'x');
        await response.BodyWriter.WriteAsync("{\"padding\":\""u8.ToArray(), end);
        for (var left = bytes; left > 0; left -= piece.Length)
        {
            await response.BodyWriter.WriteAsync(piece.AsMemory(0, Math.Min(left, piece.Length)), end);
        }

        await response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes("\","), end);
        await response.BodyWriter.WriteAsync(body[1..], end);
    }

    private async Task WriteSlowlyAsync(
        HttpResponse response, ReadOnlyMemory<byte> body, TimeSpan delay, CancellationToken end)
    {
        for (var start = 0; start < body.Length; start += PieceBytes)
        {
            if (start > 0)
            {
                await Task.Delay(delay, time, end);
            }

            await response.BodyWriter.WriteAsync(body[start..Math.Min(start + PieceBytes, body.Length)], end);
        }
    }
}
