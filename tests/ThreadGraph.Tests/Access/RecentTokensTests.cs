using Microsoft.Extensions.Options;
using ThreadGraph.Access;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Access;

public sealed class RecentTokensTests
{
    private readonly ManualTime _time = new();

    [Theory]
    [InlineData(3_600, 59.999, "alice")]
    [InlineData(3_600, 60, null)]
    [InlineData(-30, 29.999, "alice")]
    [InlineData(-30, 30, null)]
    public void Token_is_known_for_a_minute_and_never_beyond_its_end_and_the_clocks_difference(
        int endsAfterSeconds, double askedAfterSeconds, string? account)
    {
        var tokens = Tokens();
        tokens.Keep("Bearer a.b.c", "alice", _time.Now.AddSeconds(endsAfterSeconds));

        _time.Now += TimeSpan.FromSeconds(askedAfterSeconds);

        Find(tokens, "Bearer a.b.c").ShouldBe(account);
    }

    [Fact]
    public void Token_that_ends_with_the_calendar_is_known_like_any_other()
    {
        var tokens = Tokens();

        tokens.Keep("Bearer a.b.c", "alice", DateTimeOffset.MaxValue);

        Find(tokens, "Bearer a.b.c").ShouldBe("alice");
    }

    [Theory]
    [InlineData("Bearer a.b.d")]
    [InlineData("Bearer a.b.C")]
    [InlineData("Bearer a.b.")]
    [InlineData("Bearer a.b.c ")]
    [InlineData("bearer a.b.c")]
    [InlineData("a.b.c")]
    [InlineData("")]
    public void Nothing_but_the_whole_token_is_known(string credentials)
    {
        var tokens = Tokens();

        tokens.Keep("Bearer a.b.c", "alice", _time.Now.AddHours(1));

        Find(tokens, credentials).ShouldBeNull();
    }

    [Theory]
    [InlineData("bearer a.b.c")]
    [InlineData("Bearer  a.b.c")]
    [InlineData("Bearer \ta.b.c")]
    [InlineData("Basic eA==")]
    public void Unusual_spelling_is_not_remembered(string credentials)
    {
        var tokens = Tokens();

        tokens.Keep(credentials, "alice", _time.Now.AddHours(1));

        Find(tokens, credentials).ShouldBeNull();
    }

    [Theory]
    [InlineData(4_096, "alice")]
    [InlineData(4_097, null)]
    public void Long_token_is_not_remembered(int length, string? account)
    {
        var tokens = Tokens();
        var credentials = "Bearer ".PadRight(length, 'a');

        tokens.Keep(credentials, "alice", _time.Now.AddHours(1));

        Find(tokens, credentials).ShouldBe(account);
    }

    [Fact]
    public void Token_without_an_end_is_not_remembered()
    {
        var tokens = Tokens();

        tokens.Keep("Bearer a.b.c", "alice", null);

        Find(tokens, "Bearer a.b.c").ShouldBeNull();
    }

    [Fact]
    public void Nothing_is_remembered_for_no_time()
    {
        var tokens = Tokens(new AccessOptions { TokenCacheTime = TimeSpan.Zero });

        tokens.Keep("Bearer a.b.c", "alice", _time.Now.AddHours(1));

        Find(tokens, "Bearer a.b.c").ShouldBeNull();
    }

    [Fact]
    public void Oldest_tokens_make_room_for_new_ones()
    {
        var tokens = Tokens(new AccessOptions { TokenCacheSize = 3 });
        for (var i = 0; i < 1_000; i++)
        {
            tokens.Keep($"Bearer {i}", $"account{i}", _time.Now.AddHours(1));
        }

        Enumerable.Range(0, 1_000).Where(i => Find(tokens, $"Bearer {i}") == $"account{i}").ShouldBe([997, 998, 999]);
    }

    [Fact]
    public void Token_that_is_checked_anew_is_known_anew()
    {
        var tokens = Tokens(new AccessOptions { TokenCacheSize = 2 });
        tokens.Keep("Bearer a.b.c", "alice", _time.Now.AddHours(1));
        _time.Now += TimeSpan.FromSeconds(60);
        tokens.Keep("Bearer a.b.c", "alice", _time.Now.AddHours(1));
        tokens.Keep("Bearer d.e.f", "bob", _time.Now.AddHours(1));

        _time.Now += TimeSpan.FromSeconds(59.999);

        Find(tokens, "Bearer a.b.c").ShouldBe("alice");
        Find(tokens, "Bearer d.e.f").ShouldBe("bob");
    }

    private RecentTokens Tokens(AccessOptions? options = null) => new(Options.Create(options ?? new AccessOptions()), _time);

    private static string? Find(RecentTokens tokens, string credentials) =>
        tokens.TryFind(credentials, out var account) ? account : null;
}
