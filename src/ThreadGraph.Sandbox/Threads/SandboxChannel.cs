namespace ThreadGraph.Sandbox.Threads;

/// <summary>What the sandbox knows of a QChat channel.</summary>
/// <param name="Members">The accounts that may read it; null: every account.</param>
/// <param name="ThreadsEnabled">Whether the add-on "Thread" is on.</param>
internal sealed record SandboxChannel(IReadOnlySet<string>? Members, bool ThreadsEnabled)
{
    public bool MayRead(string accountId) => Members?.Contains(accountId) ?? true;
}
