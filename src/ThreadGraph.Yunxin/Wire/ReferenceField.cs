namespace ThreadGraph.Yunxin.Wire;

/// <summary>The properties of a reference to another message that are read.</summary>
internal enum ReferenceField
{
    Unknown,
    ServerId,
    ClientId,
    SenderId,
    CreateTime,
}
