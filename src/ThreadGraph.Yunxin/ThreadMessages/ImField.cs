namespace ThreadGraph.Yunxin.ThreadMessages;

/// <summary>The properties of an IM message that are read.</summary>
internal enum ImField
{
    Unknown,
    ServerId,
    ClientId,
    SenderId,
    SenderClient,
    ReceiverId,
    TeamId,
    ConversationType,
    CreateTime,
    ModifyTime,
    ModifyAccountId,
    Type,
    SubType,
    Text,
    Attachment,
    Extension,
    ThreadConfig,
    ReceiverAccountIds,
    Inclusive,
    NewMemberVisible,
}
