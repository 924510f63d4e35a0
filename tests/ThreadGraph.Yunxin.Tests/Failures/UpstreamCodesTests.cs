using ThreadGraph.Yunxin.Failures;
using ThreadGraph.Yunxin.Tests.Support;
using static ThreadGraph.Yunxin.YunxinFailure;

namespace ThreadGraph.Yunxin.Tests.Failures;

public class UpstreamCodesTests
{
    // upstream.md 8, row by row: code, failure, whether to ask again.
    public static TheoryData<int, YunxinFailure, bool> Codes { get; } = new()
    {
        { 301, Forbidden, false },
        { 315, Rejected, false },
        { 398, ServerError, true },
        { 399, ServerError, true },
        { 403, Forbidden, false },
        { 404, ThreadNotFound, false },
        { 408, YunxinFailure.Timeout, true },
        { 414, Rejected, false },
        { 416, Busy, true },
        { 405, Rejected, false },
        { 413, Rejected, false },
        { 417, Rejected, false },
        { 418, Rejected, false },
        { 419, Rejected, false },
        { 422, Forbidden, false },
        { 423, Forbidden, false },
        { 431, DuplicateRequest, true },
        { 449, ServerError, true },
        { 102449, ServerError, true },
        { 108449, ServerError, true },
        { 109449, ServerError, true },
        { 110449, ServerError, true },
        { 500, ServerError, true },
        { 503, ServerError, true },
        { 514, ServerError, true },
        { 463, Rejected, false },
        { 511, Rejected, false },
        { 599, Rejected, false },
        { 508, Rejected, false },
        { 509, Rejected, false },
        { 801, Rejected, false },
        { 802, Forbidden, false },
        { 803, TeamNotFound, false },
        { 804, Forbidden, false },
        { 805, Rejected, false },
        { 806, Rejected, false },
        { 807, Rejected, false },
        { 808, Rejected, false },
        { 809, Rejected, false },
        { 810, Rejected, false },
        { 811, Rejected, false },
        { 812, Rejected, false },
        { 813, Rejected, false },
        { 814, Rejected, false },
        { 815, Rejected, false },
        { 997, Rejected, false },
        { 998, Rejected, false },
        { 999, Rejected, false },
        { 101301, Rejected, false },
        { 101302, Rejected, false },
        { 101303, Rejected, false },
        { 102404, AccountNotFound, false },
        { 102421, Forbidden, false },
        { 102422, Forbidden, false },
        { 102426, Forbidden, false },
        { 103404, AccountNotFound, false },
        { 110404, ThreadNotFound, false },
        { 107301, Rejected, false },
        { 107303, Rejected, false },
        { 107314, Rejected, false },
        { 107315, Rejected, false },
        { 107429, Rejected, false },
        { 107306, Rejected, false },
        { 107321, Rejected, false },
        { 107326, Rejected, false },
        { 107347, Rejected, false },
        { 107323, Busy, true },
        { 107330, Rejected, false },
        { 107334, Rejected, false },
        { 107346, Rejected, false },
        { 107404, ThreadNotFound, false },
        { 107406, ThreadNotFound, false },
        { 107410, Rejected, false },
        { 107451, Rejected, false },
        { 107439, Rejected, false },
        { 107449, Busy, true },
        { 108404, TeamNotFound, false },
        { 108306, Forbidden, false },
        { 108423, Forbidden, false },
        { 108311, Rejected, false },
        { 109404, Forbidden, false },
        { 109424, Forbidden, false },
        { 109427, Forbidden, false },
        { 109432, Forbidden, false },
        { 189301, UnknownCode, false },
        { 191001, UnknownCode, false },
        { 0, UnknownCode, false },
        { -1, UnknownCode, false },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Code_in_the_body_is_the_failure_of_the_table(int code, YunxinFailure failure, bool isRetryable)
    {
        using var rig = new Rig(("MaxRetries", "0"));
        rig.Upstream.Answers($$"""
            { "code": {{code}}, "msg": "upstream words", "desc": "upstream words", "data": {} }
            """);

        foreach (var error in new[]
        {
            await rig.FailsAsync(Queries.ThreadMessages),
            await rig.FailsAsync(Queries.ThreadTalkHistory),
        })
        {
            error.Failure.ShouldBe(failure);
            error.UpstreamCode.ShouldBe(code);
            error.IsRetryable.ShouldBe(isRetryable);
            error.Message.ShouldEndWith(".");
            error.ToString().ShouldNotContain("upstream words");
        }

        rig.Upstream.Seen.Count.ShouldBe(2);
    }

    [Fact]
    public void Literal_table_above_lists_every_known_code() =>
        Codes.Select(row => (int)row[0]).Where(code => UpstreamCodes.Find(code).Failure != UnknownCode)
            .Order().ShouldBe(UpstreamCodes.Known.Order());

    [Fact]
    public async Task Unknown_code_is_reported_by_its_number()
    {
        using var rig = new Rig(("MaxRetries", "0"));
        rig.Upstream.Answers("""{ "code": 189301, "msg": "?" }""");

        (await rig.FailsAsync(Queries.ThreadMessages)).Message.ShouldBe(
            "The upstream answered with code 189301, which its contract does not list.");
    }

    [Theory]
    [InlineData(416, 10)]
    [InlineData(107323, 10)]
    [InlineData(107449, 1)]
    public async Task Busy_says_how_long_to_wait(int code, int seconds)
    {
        using var rig = new Rig(("MaxRetries", "0"));
        rig.Upstream.Answers($$"""{ "code": {{code}} }""");

        (await rig.FailsAsync(Queries.ThreadMessages)).RetryAfter.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task Pause_after_busy_is_configurable()
    {
        using var rig = new Rig(("MaxRetries", "0"), ("BusyPause", "00:00:25"));
        rig.Upstream.Answers("""{ "code": 416 }""");

        (await rig.FailsAsync(Queries.ThreadTalkHistory)).RetryAfter.ShouldBe(TimeSpan.FromSeconds(25));
    }

    [Fact]
    public async Task Other_failures_know_of_no_pause()
    {
        using var rig = new Rig(("MaxRetries", "0"));
        rig.Upstream.Answers("""{ "code": 500 }""");

        (await rig.FailsAsync(Queries.ThreadMessages)).RetryAfter.ShouldBeNull();
    }
}
