using Microsoft.Extensions.Options;
using ThreadGraph.Access;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Access;

public sealed class MembershipCacheTests
{
    private readonly ManualTime _time = new();
    private int _asked;

    [Fact]
    public async Task Question_that_is_under_way_is_asked_once()
    {
        var cache = Cache();
        var answer = new TaskCompletionSource<bool>();
        var waiting = Enumerable.Range(0, 20).Select(_ => Ask(cache, "1", answer.Task)).ToArray();

        _time.Now += TimeSpan.FromHours(1);
        answer.SetResult(true);

        (await Task.WhenAll(waiting)).ShouldAllBe(static isMember => isMember);
        _asked.ShouldBe(1);
    }

    [Fact]
    public async Task Question_of_a_request_that_stopped_still_answers_the_others()
    {
        var cache = Cache();
        var answer = new TaskCompletionSource<bool>();
        _ = StoppedQueue.Start(() => Ask(cache, "1", answer.Task));
        var other = Ask(cache, "1", answer.Task);

        answer.SetResult(true);

        (await other.WaitAsync(TimeSpan.FromSeconds(30))).ShouldBeTrue();
        _asked.ShouldBe(1);
    }

    [Fact]
    public async Task Answer_holds_for_its_account_and_group_alone()
    {
        var cache = Cache();

        await Ask(cache, "1", Task.FromResult(true));

        (await cache.GetOrAsk(new Membership("bob", null, "1"), Question(Task.FromResult(false)))).ShouldBeFalse();
        (await Ask(cache, "2", Task.FromResult(false))).ShouldBeFalse();
        (await Ask(cache, "1", Task.FromResult(false))).ShouldBeTrue();
        _asked.ShouldBe(3);
    }

    [Fact]
    public async Task Oldest_answers_make_room_for_new_ones()
    {
        var cache = Cache(size: 3);
        for (var i = 0; i < 1_000; i++)
        {
            await Ask(cache, $"{i}", Task.FromResult(i % 2 == 0));
        }

        (await Ask(cache, "999", Task.FromResult(true))).ShouldBeFalse();
        (await Ask(cache, "997", Task.FromResult(true))).ShouldBeFalse();
        _asked.ShouldBe(1_000);
        (await Ask(cache, "996", Task.FromResult(false))).ShouldBeFalse();
        _asked.ShouldBe(1_001);
    }

    [Fact]
    public async Task Failure_is_for_those_who_waited_and_is_forgotten()
    {
        var cache = Cache();

        await Should.ThrowAsync<InvalidOperationException>(
            () => Ask(cache, "1", Task.FromException<bool>(new InvalidOperationException())));

        (await Ask(cache, "1", Task.FromResult(true))).ShouldBeTrue();
        _asked.ShouldBe(2);
    }

    private MembershipCache Cache(int size = 10) =>
        new(Options.Create(new AccessOptions { MembershipCacheSize = size }), _time);

    private Task<bool> Ask(MembershipCache cache, string group, Task<bool> answer) =>
        cache.GetOrAsk(new Membership("alice", null, group), Question(answer));

    private Func<Task<bool>> Question(Task<bool> answer) => () =>
    {
        _asked++;
        return answer;
    };
}
