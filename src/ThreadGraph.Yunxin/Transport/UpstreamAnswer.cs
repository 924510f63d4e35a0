namespace ThreadGraph.Yunxin.Transport;

/// <summary>A page, and whether it came in the reverse of the order that was asked for.</summary>
internal readonly record struct UpstreamAnswer(ThreadPage Page, bool IsReversed);
