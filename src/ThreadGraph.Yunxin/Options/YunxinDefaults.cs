namespace ThreadGraph.Yunxin.Options;

/// <summary>The defaults of <see cref="YunxinOptions"/> and the ranges that they may be moved in.</summary>
internal static class YunxinDefaults
{
    internal const string MessageApi = "https://open.yunxinapi.com";
    internal const string QChatApi = "https://api.yunxinapi.com/nimserver";

    internal const string ApiVersion = V21;
    internal const string V2 = "v2";
    internal const string V21 = "v2.1";

    internal const int MaxKeyLength = 128;

    internal const int MaxResponseBytes = 8 * 1024 * 1024;
    internal const int LeastMaxResponseBytes = 64 * 1024;
    internal const int MostMaxResponseBytes = 64 * 1024 * 1024;

    internal static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(2);
    internal static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(5);
    internal static readonly TimeSpan LeastTimeout = TimeSpan.FromMilliseconds(100);
    internal static readonly TimeSpan MostTimeout = TimeSpan.FromMinutes(1);

    internal static readonly TimeSpan BusyPause = TimeSpan.FromSeconds(10);
    internal static readonly TimeSpan LeastBusyPause = TimeSpan.FromSeconds(1);
    internal static readonly TimeSpan MostBusyPause = TimeSpan.FromMinutes(5);
}
