using System.Net;
using System.Text;

namespace ThreadGraph.Yunxin.Tests.Support;

/// <summary>Answers in the order scripted, the last answer again and again, and keeps what it was sent.</summary>
internal sealed class ScriptedUpstream : HttpMessageHandler
{
    private readonly Queue<Func<SeenRequest, CancellationToken, Task<HttpResponseMessage>>> _script = [];

    public List<SeenRequest> Seen { get; } = [];

    public ScriptedUpstream Answers(string json) => Answers(HttpStatusCode.OK, "application/json; charset=utf-8", json);

    public ScriptedUpstream Answers(HttpStatusCode status, string? contentType, string body) =>
        Answers(status, contentType, Encoding.UTF8.GetBytes(body));

    public ScriptedUpstream Answers(HttpStatusCode status, string? contentType, byte[] body) => Does((_, _) =>
    {
        var content = new ByteArrayContent(body);
        if (contentType is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        return Task.FromResult(new HttpResponseMessage(status) { Content = content });
    });

    public ScriptedUpstream Fails(Exception error) => Does((_, _) => Task.FromException<HttpResponseMessage>(error));

    public ScriptedUpstream Does(Func<SeenRequest, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var seen = await SeenRequest.OfAsync(request);
        return await Next(seen)(seen, cancellationToken);
    }

    private Func<SeenRequest, CancellationToken, Task<HttpResponseMessage>> Next(SeenRequest seen)
    {
        lock (_script)
        {
            Seen.Add(seen);
            return _script.Count > 1 ? _script.Dequeue() : _script.Peek();
        }
    }
}
