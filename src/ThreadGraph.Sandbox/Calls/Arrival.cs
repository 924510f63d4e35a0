namespace ThreadGraph.Sandbox.Calls;

/// <summary>One upstream call that arrived.</summary>
/// <param name="Api">The API called.</param>
/// <param name="Port">Where the host listens that it came to.</param>
/// <param name="At">When, by the store's clock.</param>
public readonly record struct Arrival(SandboxApi Api, int Port, DateTimeOffset At);
