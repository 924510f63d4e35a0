namespace ThreadGraph.Threads;

/// <summary>The kinds of conversation that the IM v2 API knows.</summary>
public enum ConversationType
{
    /// <summary>One-to-one.</summary>
    P2P = 1,

    /// <summary>An advanced team.</summary>
    Team = 2,

    /// <summary>A super team.</summary>
    SuperTeam = 3,
}

/// <summary>What has become of a message.</summary>
public enum MessageStatus
{
    /// <summary>As it was sent, or edited since.</summary>
    Normal,

    /// <summary>Recalled by its sender or a manager; without content.</summary>
    Recalled,

    /// <summary>Deleted; without content.</summary>
    Deleted,

    /// <summary>A status of the app's own, 10000 or above: see `statusCode`.</summary>
    Custom,
}

/// <summary>What a message carries (upstream.md 7.1).</summary>
public enum MessageType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>An image.</summary>
    Image,

    /// <summary>A recording.</summary>
    Audio,

    /// <summary>A video.</summary>
    Video,

    /// <summary>A place.</summary>
    Location,

    /// <summary>A notice that the service itself made, for instance of a new member.</summary>
    Notification,

    /// <summary>A file.</summary>
    File,

    /// <summary>The record of an audio or video chat of older clients.</summary>
    Avchat,

    /// <summary>A tip.</summary>
    Tip,

    /// <summary>A robot's message.</summary>
    Robot,

    /// <summary>The record of an audio or video call.</summary>
    Call,

    /// <summary>The app's own.</summary>
    Custom,

    /// <summary>A type that this API does not know: see `typeCode`.</summary>
    Unknown,
}

/// <summary>The kind of client that a message was sent from (upstream.md 7.2).</summary>
public enum ClientType
{
    /// <summary>Android.</summary>
    Android,

    /// <summary>iOS.</summary>
    Ios,

    /// <summary>A desktop client.</summary>
    Pc,

    /// <summary>Windows Phone.</summary>
    WindowsPhone,

    /// <summary>A browser.</summary>
    Web,

    /// <summary>The app's own server, by the REST API.</summary>
    Rest,

    /// <summary>macOS.</summary>
    Mac,

    /// <summary>HarmonyOS.</summary>
    Harmony,

    /// <summary>A kind that this API does not know: see `senderClientCode`.</summary>
    Unknown,
}

/// <summary>What is known of a message that another one answers.</summary>
public enum ReferenceState
{
    /// <summary>It was read: see `message`.</summary>
    Read,

    /// <summary>This request did not read as far as it; `node(id:)` with the `parentId` does.</summary>
    NotRead,

    /// <summary>It is not in the thread any more: recalled or deleted.</summary>
    Missing,

    /// <summary>It is there, but not for this account.</summary>
    NotVisible,
}

/// <summary>Why a thread was not read further.</summary>
public enum CoverageCut
{
    /// <summary>The pages that were asked for needed no more.</summary>
    PageSize,

    /// <summary>The bound on replies per thread and request (`Threads:MaxScan`).</summary>
    ScanLimit,

    /// <summary>The budget of upstream calls was spent.</summary>
    UpstreamBudget,

    /// <summary>The request's time was up.</summary>
    Deadline,

    /// <summary>The window that was asked for ends there.</summary>
    TimeWindow,

    /// <summary>An upstream call failed.</summary>
    UpstreamError,

    /// <summary>Messages that this account may not see were left out.</summary>
    NotVisible,
}
