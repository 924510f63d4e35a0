using ThreadGraph.Yunxin.Options;

namespace ThreadGraph.Yunxin;

/// <summary>How to reach the upstream: the configuration section <c>Yunxin</c>.</summary>
public sealed class YunxinOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "Yunxin";

    /// <summary>
    /// The application key, tied to one data centre.
    /// <para>Unit: text.</para>
    /// <para>Default: none, it must be given.</para>
    /// <para>Allowed: 1 to 128 visible ASCII characters.</para>
    /// </summary>
    public string AppKey { get; set; } = "";

    /// <summary>
    /// The application's secret, which signs every call and is never shown.
    /// <para>Unit: text.</para>
    /// <para>Default: none, it must be given.</para>
    /// <para>Allowed: 1 to 128 characters.</para>
    /// </summary>
    public string AppSecret { get; set; } = "";

    /// <summary>
    /// Where the IM API lives, in order of preference; <c>/im/…</c> is appended.
    /// <para>Unit: list of absolute URLs, a path prefix included where there is one.</para>
    /// <para>Default: empty, which stands for <c>https://open.yunxinapi.com</c>.</para>
    /// <para>Allowed: http or https, without user, query and fragment. Only https is safe beyond this machine.</para>
    /// </summary>
    public IList<string> MessageApi { get; init; } = [];

    /// <summary>
    /// Where the QChat API lives, in order of preference; <c>/qchat/…</c> is appended.
    /// <para>Unit: list of absolute URLs, a path prefix included where there is one.</para>
    /// <para>Default: empty, which stands for <c>https://api.yunxinapi.com/nimserver</c>.</para>
    /// <para>Allowed: http or https, without user, query and fragment. Only https is safe beyond this machine.</para>
    /// </summary>
    public IList<string> QChatApi { get; init; } = [];

    /// <summary>
    /// The version of the IM API.
    /// <para>Unit: the version's segment in the path.</para>
    /// <para>Default: <c>v2.1</c>, as the upstream recommends.</para>
    /// <para>Allowed: <c>v2</c>, <c>v2.1</c>.</para>
    /// </summary>
    public string ApiVersion { get; set; } = YunxinDefaults.ApiVersion;

    /// <summary>
    /// Whether <c>operator_id</c> goes to v2.1, which does not list it; v2 always gets it.
    /// <para>Unit: yes or no.</para>
    /// <para>Default: false.</para>
    /// <para>Allowed: true, false.</para>
    /// </summary>
    public bool SendOperatorId { get; set; }

    /// <summary>
    /// How long one attempt may take to connect before the next base URL is tried.
    /// <para>Unit: time span.</para>
    /// <para>Default: 2 s.</para>
    /// <para>Allowed: 0.1 s to the attempt timeout.</para>
    /// </summary>
    public TimeSpan ConnectTimeout { get; set; } = YunxinDefaults.ConnectTimeout;

    /// <summary>
    /// How long one attempt may take, from connecting to the last byte of the answer.
    /// <para>Unit: time span.</para>
    /// <para>Default: 5 s.</para>
    /// <para>Allowed: 0.1 s to 60 s.</para>
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = YunxinDefaults.AttemptTimeout;

    /// <summary>
    /// How long to leave the upstream alone once it says that the quota is spent.
    /// <para>Unit: time span.</para>
    /// <para>Default: 10 s.</para>
    /// <para>Allowed: 1 s to 5 min.</para>
    /// </summary>
    public TimeSpan BusyPause { get; set; } = YunxinDefaults.BusyPause;

    /// <summary>
    /// The largest answer to read.
    /// <para>Unit: bytes, after decompression.</para>
    /// <para>Default: 8388608 (8 MiB), more than a page of 100 messages of full length.</para>
    /// <para>Allowed: 65536 to 67108864 (64 KiB to 64 MiB).</para>
    /// </summary>
    public int MaxResponseBytes { get; set; } = YunxinDefaults.MaxResponseBytes;
}
