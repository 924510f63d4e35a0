namespace ThreadGraph.Yunxin.Options;

/// <summary>The defaults of <see cref="YunxinOptions"/> and the ranges that they may be moved in.</summary>
internal static class YunxinDefaults
{
    internal const string MessageApi = "https://open.yunxinapi.com";
    internal const string QChatApi = "https://api.yunxinapi.com/nimserver";

    // As many as fit the mask by which a call remembers where it has been.
    internal const int MostBaseUrls = 64;

    internal const string ApiVersion = V21;
    internal const string V2 = "v2";
    internal const string V21 = "v2.1";

    internal const int MaxKeyLength = 128;

    internal const int MaxResponseBytes = 8 * 1024 * 1024;
    internal const int LeastMaxResponseBytes = 64 * 1024;
    internal const int MostMaxResponseBytes = 64 * 1024 * 1024;

    internal const int MaxRetries = 2;
    internal const int MostMaxRetries = 10;

    // upstream.md 9: what the plans start with, and what the largest one goes up to.
    internal const int CallsPerSecond = 100;
    internal const int MostCallsPerSecond = 50_000;

    internal const double QuotaMargin = 0.05;
    internal const double MostQuotaMargin = 0.9;

    internal const int MaxConcurrentCalls = 128;
    internal const int MostMaxConcurrentCalls = 10_000;

    internal const int MaxQueuedCalls = 1_000;
    internal const int MostMaxQueuedCalls = 100_000;

    internal const int EjectAfterFailures = 3;
    internal const int MostEjectAfterFailures = 1_000;

    internal const double BreakerFailureRatio = 0.5;
    internal const double LeastBreakerFailureRatio = 0.05;

    internal const int BreakerMinimumCalls = 10;
    internal const int LeastBreakerMinimumCalls = 2;
    internal const int MostBreakerMinimumCalls = 10_000;

    internal static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(2);
    internal static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(5);
    internal static readonly TimeSpan LeastTimeout = TimeSpan.FromMilliseconds(100);
    internal static readonly TimeSpan MostTimeout = TimeSpan.FromMinutes(1);

    internal static readonly TimeSpan TotalTimeout = TimeSpan.FromSeconds(15);
    internal static readonly TimeSpan MostTotalTimeout = TimeSpan.FromMinutes(5);

    internal static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(100);
    internal static readonly TimeSpan LeastRetryDelay = TimeSpan.FromMilliseconds(1);
    internal static readonly TimeSpan MostRetryDelay = TimeSpan.FromSeconds(10);

    internal static readonly TimeSpan MaxQueueTime = TimeSpan.FromSeconds(5);
    internal static readonly TimeSpan MostMaxQueueTime = TimeSpan.FromMinutes(1);

    internal static readonly TimeSpan BusyPause = TimeSpan.FromSeconds(10);
    internal static readonly TimeSpan LeastBusyPause = TimeSpan.FromSeconds(1);
    internal static readonly TimeSpan MostBusyPause = TimeSpan.FromMinutes(5);

    internal static readonly TimeSpan RampUpTime = TimeSpan.FromSeconds(5);
    internal static readonly TimeSpan MostRampUpTime = TimeSpan.FromMinutes(5);

    internal static readonly TimeSpan BreakDuration = TimeSpan.FromSeconds(5);
    internal static readonly TimeSpan BreakerSamplingTime = TimeSpan.FromSeconds(10);

    // What Polly's circuit breaker takes for either.
    internal static readonly TimeSpan LeastBreakerTime = TimeSpan.FromSeconds(0.5);
    internal static readonly TimeSpan MostBreakerTime = TimeSpan.FromMinutes(5);
}
