namespace ThreadGraph.Yunxin.ThreadTalkHistory;

/// <summary>The properties of a QChat message that are read; those from <see cref="ReplyServerId"/> on name other messages.</summary>
internal enum QChatField
{
    Unknown,
    ServerId,
    ClientId,
    SenderId,
    SenderNick,
    SenderClient,
    Time,
    UpdateTime,
    Status,
    Type,
    Body,
    Attachment,
    Extension,
    ReplyServerId,
    ReplyClientId,
    ReplySenderId,
    ReplyTime,
    ThreadServerId,
    ThreadClientId,
    ThreadSenderId,
    ThreadTime,
}
