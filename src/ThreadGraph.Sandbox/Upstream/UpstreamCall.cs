using System.Buffers;
using Microsoft.Extensions.Primitives;
using ThreadGraph.Sandbox.Faults;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>One call that was let in: what it asks, and where its answer goes.</summary>
/// <param name="Api">Which API it is of, and so in which envelope it is answered.</param>
/// <param name="Values">A parameter's values by name, from path and query or from the form.</param>
/// <param name="Body">Takes the answer's JSON.</param>
/// <param name="Fault">What is wrong with the page that is answered; null: nothing.</param>
internal sealed record UpstreamCall(
    SandboxApi Api, Func<string, StringValues> Values, IBufferWriter<byte> Body, SandboxFault? Fault)
{
    public void Refuse(int code, string message) => Refuse(new Refusal(code, message));

    public void Refuse(Refusal refusal) => Answers.WriteRefusal(Body, Api, refusal);
}
