namespace ThreadGraph.Yunxin;

/// <summary>Names a QChat message within its channel.</summary>
/// <param name="MsgIdServer">The message's server id.</param>
/// <param name="MsgTimeMs">When it was sent, in Unix milliseconds.</param>
public readonly record struct ThreadTalkRoot(long MsgIdServer, long MsgTimeMs);
