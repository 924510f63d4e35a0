using System.Diagnostics;
using ThreadGraph.Yunxin.Resilience;

namespace ThreadGraph.Yunxin;

/// <summary>The names under which this room reports, and its traces: one activity for each attempt.</summary>
/// <remarks>No tag holds an address, an account, a text or anything of the signature.</remarks>
public static class YunxinTelemetry
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "ThreadGraph.Yunxin";

    /// <summary>The name of the activity source.</summary>
    public const string ActivitySourceName = "ThreadGraph.Yunxin";

    internal const string ApiTag = "yunxin.api";
    internal const string HostTag = "yunxin.host";
    internal const string AttemptTag = "yunxin.attempt";
    internal const string OutcomeTag = "yunxin.outcome";

    private const string Success = "Success";
    private const string Cancelled = "Cancelled";

    private static readonly ActivitySource Source = new(ActivitySourceName);
    private static readonly string[] FailureNames = Enum.GetNames<YunxinFailure>();

    /// <summary>How a call or attempt ended, in a word that is one of few.</summary>
    internal static string OutcomeOf(Exception? error) => error switch
    {
        null => Success,
        YunxinException failure => FailureNames[(int)failure.Failure],
        _ => Cancelled,
    };

    internal static Activity? StartAttempt(CallRun run)
    {
        var activity = Source.StartActivity(run.Endpoint.Api, ActivityKind.Client);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag(ApiTag, run.Endpoint.Api);
            activity.SetTag(HostTag, run.Host!.Tag);
            activity.SetTag(AttemptTag, run.Attempt);
        }

        return activity;
    }

    internal static void EndAttempt(Activity? activity, Exception? error)
    {
        if (activity is null)
        {
            return;
        }

        activity.SetTag(OutcomeTag, OutcomeOf(error));
        if (error is YunxinException failure)
        {
            activity.SetStatus(ActivityStatusCode.Error, failure.Message);
        }
    }
}
