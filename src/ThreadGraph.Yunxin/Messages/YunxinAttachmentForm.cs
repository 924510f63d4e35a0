namespace ThreadGraph.Yunxin;

/// <summary>How the upstream wrote an attachment.</summary>
public enum YunxinAttachmentForm
{
    /// <summary>A JSON value other than a string, as IM does.</summary>
    Json,

    /// <summary>A string that holds a JSON object or array, as QChat does.</summary>
    JsonInString,

    /// <summary>A string that holds anything else.</summary>
    Text,
}
