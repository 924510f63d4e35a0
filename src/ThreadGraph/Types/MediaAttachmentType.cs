using ThreadGraph.Threads;

namespace ThreadGraph.Types;

/// <summary>Only its interface leads to this type, so it is named here.</summary>
[ObjectType<MediaAttachment>]
internal static partial class MediaAttachmentType;
