namespace ThreadGraph.Threads;

/// <summary>Reads the upstream's numbers as names; what it does not know stays a number (upstream.md 1.2).</summary>
internal static class Codes
{
    /// <summary>A server ID in digits, never through a double; none where it is 0, not given.</summary>
    public static MessageNumber? MessageId(long serverId) => serverId == 0 ? null : new MessageNumber(serverId);

    /// <summary>upstream.md 7.1; 7 is the number of audio and video chats in older client SDKs.</summary>
    public static MessageType MessageType(int code) => code switch
    {
        0 => Threads.MessageType.Text,
        1 => Threads.MessageType.Image,
        2 => Threads.MessageType.Audio,
        3 => Threads.MessageType.Video,
        4 => Threads.MessageType.Location,
        5 => Threads.MessageType.Notification,
        6 => Threads.MessageType.File,
        7 => Threads.MessageType.Avchat,
        10 => Threads.MessageType.Tip,
        11 => Threads.MessageType.Robot,
        12 => Threads.MessageType.Call,
        100 => Threads.MessageType.Custom,
        _ => Threads.MessageType.Unknown,
    };

    /// <summary>upstream.md 7.2.</summary>
    public static ClientType ClientType(int code) => code switch
    {
        1 => Threads.ClientType.Android,
        2 => Threads.ClientType.Ios,
        4 => Threads.ClientType.Pc,
        8 => Threads.ClientType.WindowsPhone,
        16 => Threads.ClientType.Web,
        32 => Threads.ClientType.Rest,
        64 => Threads.ClientType.Mac,
        65 => Threads.ClientType.Harmony,
        _ => Threads.ClientType.Unknown,
    };

    /// <summary>upstream.md 6: other values are unknown and shown as normal.</summary>
    public static MessageStatus Status(int code) => code switch
    {
        1 => MessageStatus.Recalled,
        2 => MessageStatus.Deleted,
        >= 10_000 => MessageStatus.Custom,
        _ => MessageStatus.Normal,
    };
}
