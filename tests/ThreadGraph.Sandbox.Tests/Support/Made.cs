using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Tests.Support;

/// <summary>Small hand-made messages: server ID 1000 + n is client ID <c>c-n</c>.</summary>
internal static class Made
{
    public static SandboxMessage Message(int number, string sender, long timeMs, SandboxMessage? parent = null) => new()
    {
        ServerId = 1000 + number,
        ClientId = $"c-{number}",
        SenderId = sender,
        TimeMs = timeMs,
        Parent = parent?.ToReference(),
        Text = $"Message {number}",
    };
}
