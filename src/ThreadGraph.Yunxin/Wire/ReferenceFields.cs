namespace ThreadGraph.Yunxin.Wire;

/// <summary>The fields of a reference to another message, as far as they came.</summary>
internal struct ReferenceFields
{
    private long _serverId;
    private JsonText _clientId;
    private string? _senderId;
    private long _createTimeMs;

    /// <summary>Reads the value of a property; of one that is not known it is passed over.</summary>
    internal void Read(ReferenceField field, ref JsonScanner json, PageStrings strings, PageTexts texts)
    {
        switch (field)
        {
            case ReferenceField.ServerId:
                _serverId = json.ReadInt64() ?? 0;
                break;
            case ReferenceField.ClientId:
                _clientId = json.ReadJsonText(texts, strings.Root?.ClientId ?? default);
                break;
            case ReferenceField.SenderId:
                _senderId = strings.Read(ref json);
                break;
            case ReferenceField.CreateTime:
                _createTimeMs = json.ReadInt64() ?? 0;
                break;
            default:
                json.SkipValue();
                break;
        }
    }

    /// <summary>The reference; null if it has neither key: server id, else client id (upstream.md 4).</summary>
    /// <param name="root">The reference to the root that was read last, which is given again if it says the same.</param>
    internal readonly MessageReference? ToReference(MessageReference? root) => _serverId is 0 && _clientId.IsEmpty ? null
        : Equals(root) ? root
        : new(_serverId, _clientId.OrNull, _senderId ?? "", _createTimeMs);

    private readonly bool Equals(MessageReference? other) => other is not null
        && _serverId == other.ServerId
        && _clientId.OrNull == other.ClientId
        && (_senderId ?? "") == other.SenderId
        && _createTimeMs == other.CreateTimeMs;
}
