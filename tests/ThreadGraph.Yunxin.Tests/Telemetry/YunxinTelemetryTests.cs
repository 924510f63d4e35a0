using System.Diagnostics;
using ThreadGraph.Yunxin.Tests.Support;

namespace ThreadGraph.Yunxin.Tests.Telemetry;

public class YunxinTelemetryTests
{
    [Fact]
    public async Task Every_attempt_is_an_activity_of_its_own()
    {
        using var rig = new Rig(("MessageApi:0", "http://a.test"), ("MessageApi:1", "http://b.test"));
        rig.Upstream
            .Answers("""{ "code": 503, "msg": "words" }""")
            .Answers("""{ "code": 200, "data": { "thread_root": { "message_server_id": 158844553334358018 } } }""");
        using var parent = new Activity("asking").Start();
        var seen = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == YunxinTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Parent.TraceId == parent.TraceId
                    ? ActivitySamplingResult.AllDataAndRecorded
                    : ActivitySamplingResult.None,
            ActivityStopped = seen.Add,
        };
        ActivitySource.AddActivityListener(listener);

        await rig.AskAsync(Queries.ThreadMessages);

        seen.Select(activity => $"{activity.DisplayName} {activity.Kind} {activity.Status} {Tags(activity)}").ShouldBe(
        [
            "thread_messages Client Error "
                + "yunxin.api=thread_messages yunxin.host=0 yunxin.attempt=0 yunxin.outcome=ServerError",
            "thread_messages Client Unset "
                + "yunxin.api=thread_messages yunxin.host=1 yunxin.attempt=1 yunxin.outcome=Success",
        ]);
        seen[0].StatusDescription.ShouldBe("The upstream could not answer just now; ask again later.");
        Activity.Current.ShouldBeSameAs(parent);
    }

    private static string Tags(Activity activity) =>
        string.Join(' ', activity.TagObjects.Select(tag => FormattableString.Invariant($"{tag.Key}={tag.Value}")));
}
