namespace ThreadGraph.Yunxin;

/// <summary>What the upstream knows of the thread under a QChat message without reading it.</summary>
/// <param name="MsgIdServer">The root's server id.</param>
/// <param name="MsgTimeMs">When the root was sent, in Unix milliseconds.</param>
/// <param name="Total">How many replies the thread has, root not counted; null if the upstream did not say.</param>
/// <param name="LastReplyTimeMs">
/// When the last reply was sent, in Unix milliseconds; null if there is none or the upstream's value cannot be that
/// time (upstream.md 14, 6).
/// </param>
public sealed record ThreadTalkMeta(long MsgIdServer, long MsgTimeMs, long? Total, long? LastReplyTimeMs);
