using System.Globalization;
using Microsoft.Extensions.Options;

namespace ThreadGraph.Yunxin.Options;

/// <summary>Checks all options and reports every mistake at once, with key, value and range.</summary>
internal sealed class YunxinOptionsValidator : IValidateOptions<YunxinOptions>
{
    private const string UrlRange = "it must be an absolute http or https URL without user, query and fragment.";

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, YunxinOptions options)
    {
        var mistakes = new List<string>();
        CheckKey(options.AppKey, mistakes);
        CheckSecret(options.AppSecret, mistakes);
        CheckBaseUrls(nameof(options.MessageApi), options.MessageApi, mistakes);
        CheckBaseUrls(nameof(options.QChatApi), options.QChatApi, mistakes);
        CheckApiVersion(options.ApiVersion, mistakes);
        CheckTimeouts(options, mistakes);
        CheckRetries(options, mistakes);
        CheckQuota(options, mistakes);
        CheckHealth(options, mistakes);
        CheckRange(nameof(options.MaxResponseBytes), options.MaxResponseBytes,
            YunxinDefaults.LeastMaxResponseBytes, YunxinDefaults.MostMaxResponseBytes, mistakes);
        return mistakes.Count is 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static void CheckKey(string key, List<string> mistakes)
    {
        if (string.IsNullOrEmpty(key))
        {
            mistakes.Add("Yunxin:AppKey is missing; give the application key, 1 to 128 visible ASCII characters.");
        }
        else if (key.Length > YunxinDefaults.MaxKeyLength || key.Any(static c => c is <= ' ' or > '~'))
        {
            mistakes.Add($"Yunxin:AppKey is \"{key}\"; it must be 1 to 128 visible ASCII characters.");
        }
    }

    // The value itself stays out of the sentence: it is the secret, if perhaps a mistyped one.
    private static void CheckSecret(string secret, List<string> mistakes)
    {
        if (string.IsNullOrWhiteSpace(secret))
        {
            mistakes.Add("Yunxin:AppSecret is missing; give the application's secret, 1 to 128 characters.");
        }
        else if (secret.Length > YunxinDefaults.MaxKeyLength)
        {
            mistakes.Add(string.Create(CultureInfo.InvariantCulture,
                $"Yunxin:AppSecret has {secret.Length} characters; it must have 1 to 128."));
        }
    }

    private static void CheckBaseUrls(string key, IList<string> urls, List<string> mistakes)
    {
        if (urls.Count > YunxinDefaults.MostBaseUrls)
        {
            mistakes.Add(string.Create(CultureInfo.InvariantCulture,
                $"Yunxin:{key} has {urls.Count} URLs; it must have at most {YunxinDefaults.MostBaseUrls}."));
        }

        for (var index = 0; index < urls.Count; index++)
        {
            if (MistakeIn(urls[index]) is { } mistake)
            {
                mistakes.Add(
                    string.Create(CultureInfo.InvariantCulture, $"Yunxin:{key}:{index} {mistake}; {UrlRange}"));
            }
        }
    }

    private static string? MistakeIn(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || (uri.Scheme != "http" && uri.Scheme != "https"))
        {
            // What has an @ may hold a password even if it is no URL.
            return url.Contains('@', StringComparison.Ordinal) ? "is not such a URL" : $"is \"{url}\"";
        }

        if (uri.UserInfo.Length > 0)
        {
            return "names a user";
        }

        return uri.Query.Length > 0 || uri.Fragment.Length > 0 ? "has a query or fragment" : null;
    }

    private static void CheckApiVersion(string version, List<string> mistakes)
    {
        if (version is not (YunxinDefaults.V2 or YunxinDefaults.V21))
        {
            mistakes.Add($"Yunxin:ApiVersion is \"{version}\"; it must be \"v2\" or \"v2.1\".");
        }
    }

    private static void CheckTimeouts(YunxinOptions options, List<string> mistakes)
    {
        var (connect, attempt) = (options.ConnectTimeout, options.AttemptTimeout);
        CheckRange(nameof(options.ConnectTimeout), connect,
            YunxinDefaults.LeastTimeout, YunxinDefaults.MostTimeout, mistakes);
        CheckRange(nameof(options.AttemptTimeout), attempt,
            YunxinDefaults.LeastTimeout, YunxinDefaults.MostTimeout, mistakes);
        if (connect > attempt)
        {
            mistakes.Add(
                $"Yunxin:ConnectTimeout is {connect}; it must not exceed Yunxin:AttemptTimeout, which is {attempt}.");
        }

        CheckRange(nameof(options.TotalTimeout), options.TotalTimeout,
            YunxinDefaults.LeastTimeout, YunxinDefaults.MostTotalTimeout, mistakes);
        if (attempt > options.TotalTimeout)
        {
            mistakes.Add(
                $"Yunxin:AttemptTimeout is {attempt}; "
                + $"it must not exceed Yunxin:TotalTimeout, which is {options.TotalTimeout}.");
        }
    }

    private static void CheckRetries(YunxinOptions options, List<string> mistakes)
    {
        CheckRange(nameof(options.MaxRetries), options.MaxRetries, 0, YunxinDefaults.MostMaxRetries, mistakes);
        CheckRange(nameof(options.RetryDelay), options.RetryDelay,
            YunxinDefaults.LeastRetryDelay, YunxinDefaults.MostRetryDelay, mistakes);
    }

    private static void CheckQuota(YunxinOptions options, List<string> mistakes)
    {
        CheckRange(nameof(options.CallsPerSecond), options.CallsPerSecond,
            1, YunxinDefaults.MostCallsPerSecond, mistakes);
        CheckRange(nameof(options.QuotaMargin), options.QuotaMargin, 0, YunxinDefaults.MostQuotaMargin, mistakes);
        CheckRange(nameof(options.MaxConcurrentCalls), options.MaxConcurrentCalls,
            1, YunxinDefaults.MostMaxConcurrentCalls, mistakes);
        CheckRange(nameof(options.MaxQueuedCalls), options.MaxQueuedCalls,
            0, YunxinDefaults.MostMaxQueuedCalls, mistakes);
        CheckRange(nameof(options.MaxQueueTime), options.MaxQueueTime,
            TimeSpan.Zero, YunxinDefaults.MostMaxQueueTime, mistakes);
        CheckRange(nameof(options.BusyPause), options.BusyPause,
            YunxinDefaults.LeastBusyPause, YunxinDefaults.MostBusyPause, mistakes);
        CheckRange(nameof(options.RampUpTime), options.RampUpTime,
            TimeSpan.Zero, YunxinDefaults.MostRampUpTime, mistakes);
    }

    private static void CheckHealth(YunxinOptions options, List<string> mistakes)
    {
        CheckRange(nameof(options.EjectAfterFailures), options.EjectAfterFailures,
            1, YunxinDefaults.MostEjectAfterFailures, mistakes);
        CheckRange(nameof(options.BreakDuration), options.BreakDuration,
            YunxinDefaults.LeastBreakerTime, YunxinDefaults.MostBreakerTime, mistakes);
        CheckRange(nameof(options.BreakerFailureRatio), options.BreakerFailureRatio,
            YunxinDefaults.LeastBreakerFailureRatio, 1, mistakes);
        CheckRange(nameof(options.BreakerMinimumCalls), options.BreakerMinimumCalls,
            YunxinDefaults.LeastBreakerMinimumCalls, YunxinDefaults.MostBreakerMinimumCalls, mistakes);
        CheckRange(nameof(options.BreakerSamplingTime), options.BreakerSamplingTime,
            YunxinDefaults.LeastBreakerTime, YunxinDefaults.MostBreakerTime, mistakes);
    }

    private static void CheckRange<T>(string key, T value, T least, T most, List<string> mistakes)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
        {
            mistakes.Add(string.Create(CultureInfo.InvariantCulture,
                $"Yunxin:{key} is {value}; it must be {least} to {most}."));
        }
    }
}
