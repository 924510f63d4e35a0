namespace ThreadGraph.Yunxin.Wire;

/// <summary>The properties of a message of either family that are read.</summary>
internal enum MessageField
{
    Unknown,
    ServerId,
    ClientId,
    SenderId,
    SenderNick,
    SenderClient,
    ReceiverId,
    TeamId,
    ConversationType,
    CreateTime,
    ModifyTime,
    ModifyAccountId,
    Type,
    SubType,
    Status,
    Text,
    Attachment,
    Extension,
    ReceiverAccountIds,
    Inclusive,
    NewMemberVisible,

    /// <summary>IM: an object with the references to the root and to the message replied to.</summary>
    ThreadConfig,

    /// <summary>QChat: the first of the four properties that name the message replied to.</summary>
    ReplyServerId,
    ReplyClientId,
    ReplySenderId,
    ReplyTime,

    /// <summary>QChat: the first of the four properties that name the root.</summary>
    RootServerId,
    RootClientId,
    RootSenderId,
    RootTime,
}
