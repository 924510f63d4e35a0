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
    /// How long an API is left alone once the upstream says that its quota is spent.
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

    /// <summary>
    /// How long a call may take with all its waits and attempts, if its caller does not set a nearer deadline.
    /// <para>Unit: time span.</para>
    /// <para>Default: 15 s.</para>
    /// <para>Allowed: the attempt timeout to 5 min.</para>
    /// </summary>
    public TimeSpan TotalTimeout { get; set; } = YunxinDefaults.TotalTimeout;

    /// <summary>
    /// How often a failed attempt is followed by another, where the failure allows it.
    /// <para>Unit: attempts after the first.</para>
    /// <para>Default: 2.</para>
    /// <para>Allowed: 0 to 10.</para>
    /// </summary>
    public int MaxRetries { get; set; } = YunxinDefaults.MaxRetries;

    /// <summary>
    /// The pause before the first repetition at the same host; it doubles each time, less up to half of it at random.
    /// <para>Unit: time span.</para>
    /// <para>Default: 0.1 s.</para>
    /// <para>Allowed: 0.001 s to 10 s.</para>
    /// </summary>
    public TimeSpan RetryDelay { get; set; } = YunxinDefaults.RetryDelay;

    /// <summary>
    /// The quota that the upstream grants to each API; retries count, too.
    /// <para>Unit: calls in any second.</para>
    /// <para>Default: 100.</para>
    /// <para>Allowed: 1 to 50000.</para>
    /// </summary>
    public int CallsPerSecond { get; set; } = YunxinDefaults.CallsPerSecond;

    /// <summary>
    /// The share of the quota that is left to others with the same AppKey and to the unevenness of the network.
    /// <para>Unit: fraction.</para>
    /// <para>Default: 0.05.</para>
    /// <para>Allowed: 0 to 0.9.</para>
    /// </summary>
    public double QuotaMargin { get; set; } = YunxinDefaults.QuotaMargin;

    /// <summary>
    /// How many attempts of one API may be under way at once.
    /// <para>Unit: attempts.</para>
    /// <para>Default: 128.</para>
    /// <para>Allowed: 1 to 10000.</para>
    /// </summary>
    public int MaxConcurrentCalls { get; set; } = YunxinDefaults.MaxConcurrentCalls;

    /// <summary>
    /// How many calls of one API may wait for the quota; beyond, the account that waits for the most gives way.
    /// <para>Unit: calls.</para>
    /// <para>Default: 1000.</para>
    /// <para>Allowed: 0 to 100000.</para>
    /// </summary>
    public int MaxQueuedCalls { get; set; } = YunxinDefaults.MaxQueuedCalls;

    /// <summary>
    /// How long an attempt may wait for the quota; what cannot make it is refused at once.
    /// <para>Unit: time span.</para>
    /// <para>Default: 5 s.</para>
    /// <para>Allowed: 0 to 60 s.</para>
    /// </summary>
    public TimeSpan MaxQueueTime { get; set; } = YunxinDefaults.MaxQueueTime;

    /// <summary>
    /// How long an API takes back to full speed after the upstream refused it for its quota.
    /// <para>Unit: time span.</para>
    /// <para>Default: 5 s.</para>
    /// <para>Allowed: 0 to 5 min.</para>
    /// </summary>
    public TimeSpan RampUpTime { get; set; } = YunxinDefaults.RampUpTime;

    /// <summary>
    /// How many failures in a row make a base URL the last choice until it has cooled down.
    /// <para>Unit: failures.</para>
    /// <para>Default: 3.</para>
    /// <para>Allowed: 1 to 1000.</para>
    /// </summary>
    public int EjectAfterFailures { get; set; } = YunxinDefaults.EjectAfterFailures;

    /// <summary>
    /// How long a base URL cools down, ejected or with an open circuit, before one call probes it.
    /// <para>Unit: time span.</para>
    /// <para>Default: 5 s.</para>
    /// <para>Allowed: 0.5 s to 5 min.</para>
    /// </summary>
    public TimeSpan BreakDuration { get; set; } = YunxinDefaults.BreakDuration;

    /// <summary>
    /// The share of failures that opens the circuit of a base URL, so that nothing is sent there.
    /// <para>Unit: fraction.</para>
    /// <para>Default: 0.5.</para>
    /// <para>Allowed: 0.05 to 1.</para>
    /// </summary>
    public double BreakerFailureRatio { get; set; } = YunxinDefaults.BreakerFailureRatio;

    /// <summary>
    /// The fewest calls within the sampling time by which a circuit is judged.
    /// <para>Unit: calls.</para>
    /// <para>Default: 10.</para>
    /// <para>Allowed: 2 to 10000.</para>
    /// </summary>
    public int BreakerMinimumCalls { get; set; } = YunxinDefaults.BreakerMinimumCalls;

    /// <summary>
    /// The stretch of time over which a circuit counts failures.
    /// <para>Unit: time span.</para>
    /// <para>Default: 10 s.</para>
    /// <para>Allowed: 0.5 s to 5 min.</para>
    /// </summary>
    public TimeSpan BreakerSamplingTime { get; set; } = YunxinDefaults.BreakerSamplingTime;
}
