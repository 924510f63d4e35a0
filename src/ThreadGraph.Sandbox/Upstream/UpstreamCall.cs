using System.Buffers;
using Microsoft.Extensions.Primitives;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>One call that was let in: what it asks, and where its answer goes.</summary>
/// <param name="Api">Which API it is of, and so in which envelope it is answered.</param>
/// <param name="Http">The exchange; an answer goes into <paramref name="Body"/>, not into its response.</param>
/// <param name="Values">A parameter's values by name, from the query or from the form.</param>
/// <param name="Body">Takes the answer's JSON.</param>
internal sealed record UpstreamCall(
    SandboxApi Api, HttpContext Http, Func<string, StringValues> Values, IBufferWriter<byte> Body)
{
    public void Refuse(int code, string message) => Refuse(new Refusal(code, message));

    public void Refuse(Refusal refusal) => Answers.WriteRefusal(Body, Api, refusal);
}
