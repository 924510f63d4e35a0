using ThreadGraph.Sandbox.Faults;

namespace ThreadGraph.Sandbox;

/// <summary>How the sandbox behaves where the upstream would be set up in its console.</summary>
public sealed class SandboxOptions
{
    /// <summary>The configuration section that these options are bound to.</summary>
    public const string SectionName = "Sandbox";

    /// <summary>The one application key that the sandbox knows; another is answered with 101303.</summary>
    /// <remarks>Unit: text. Default: <c>sandbox</c>. Range: 1 to 128 characters.</remarks>
    public string AppKey { get; set; } = "sandbox";

    /// <summary>The secret that requests must be signed with.</summary>
    /// <remarks>Unit: text. Default: <c>sandbox-secret</c>. Range: 1 to 128 characters.</remarks>
    public string AppSecret { get; set; } = "sandbox-secret";

    /// <summary>
    /// The quota of each API; a call above it is answered with 416 and closes that API for 10 seconds.
    /// </summary>
    /// <remarks>Unit: calls per second. Default: 0, which means no quota. Range: 0 to 50,000.</remarks>
    public int CallsPerSecond { get; set; }

    /// <summary>What <c>excludeMsgId</c> drops at the boundary millisecond of a QChat page.</summary>
    /// <remarks>Default: <see cref="QChatAnchor.Position"/>. Range: the members of <see cref="QChatAnchor"/>.</remarks>
    public QChatAnchor Anchor { get; set; } = QChatAnchor.Position;

    /// <summary>What goes wrong with calls to this host from its start on.</summary>
    /// <remarks>Default: nothing. Range: rules whose own settings are in their ranges.</remarks>
    public IList<FaultRule> Faults { get; } = [];
}
