namespace ThreadGraph.Sandbox.Faults;

/// <summary>Which calls go wrong, and how. A call must match all that is given.</summary>
public sealed record FaultRule
{
    internal const int DefaultDelayMs = 1_000;
    internal const int DefaultBodyBytes = 32 * 1024 * 1024;

    /// <summary>What goes wrong.</summary>
    public required SandboxFault Fault { get; init; }

    /// <summary>Only calls of this API; <see langword="null"/>, the default: of any.</summary>
    public SandboxApi? Api { get; init; }

    /// <summary>Only calls that name this root or message; <see langword="null"/>, the default: any.</summary>
    public long? RootServerId { get; init; }

    /// <summary>
    /// Only calls that name this account as operator, sender, receiver, owner or <c>accid</c>; <see langword="null"/>,
    /// the default: any.
    /// </summary>
    public string? AccountId { get; init; }

    /// <summary>Only calls to the host listening on this port; <see langword="null"/>, the default: to any.</summary>
    public int? Port { get; init; }

    /// <summary>How many matching calls are let pass first.</summary>
    /// <remarks>Unit: calls. Default: 0. Range: from 0.</remarks>
    public int Skip { get; init; }

    /// <summary>How many calls go wrong before the rule is spent; <see langword="null"/>: no end.</summary>
    /// <remarks>Unit: calls. Default: no end. Range: from 1.</remarks>
    public int? Count { get; init; }

    /// <summary>How long calls go wrong, from the first one on; <see langword="null"/>: no end.</summary>
    /// <remarks>Unit: milliseconds. Default: no end. Range: from 1.</remarks>
    public int? DurationMs { get; init; }

    /// <summary>How probable it is that a call which matches goes wrong.</summary>
    /// <remarks>Default: 1. Range: above 0, to 1.</remarks>
    public double Probability { get; init; } = 1;

    /// <summary>Seeds this rule's chances: the same seed and order of calls give the same faults.</summary>
    /// <remarks>Default: 0. Range: any.</remarks>
    public int Seed { get; init; }

    /// <summary>
    /// The delay of <see cref="SandboxFault.Latency"/>, and of <see cref="SandboxFault.SlowBody"/> between two pieces.
    /// </summary>
    /// <remarks>Unit: milliseconds. Default: 1,000. Range: 0 to 600,000.</remarks>
    public int DelayMs { get; init; } = DefaultDelayMs;

    /// <summary>The size that <see cref="SandboxFault.OversizedBody"/> adds.</summary>
    /// <remarks>Unit: bytes. Default: 32 MiB. Range: 1 to 1 GiB.</remarks>
    public int BodyBytes { get; init; } = DefaultBodyBytes;
}
