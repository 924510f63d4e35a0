namespace ThreadGraph.Yunxin.Wire;

/// <summary>The fields of a reference to another message, as far as they came.</summary>
internal struct ReferenceFields
{
    internal long? ServerId;
    internal JsonText? ClientId;
    internal string? SenderId;
    internal long? CreateTimeMs;

    /// <summary>The reference; null if it has neither key: server id, else client id (upstream.md 4).</summary>
    internal readonly MessageReference? ToReference() => ServerId is null or 0 && ClientId is not { IsEmpty: false }
        ? null
        : new(ServerId ?? 0, ClientId, SenderId ?? "", CreateTimeMs ?? 0);
}
