using ThreadGraph.Threads;

namespace ThreadGraph.Types;

/// <summary>Only its interface leads to this type, so it is named here.</summary>
[ObjectType<ChannelConversation>]
internal static partial class ChannelConversationType;
