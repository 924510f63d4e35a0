using Xunit.Abstractions;

namespace ThreadGraph.Tests.Model;

/// <summary>Whatever is walked, either way and in pages of any size, is seen once and in order.</summary>
public sealed class WalkProperties(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Unbounded = 10_000;

    private ModelServer _server = null!;

    public async Task InitializeAsync() => _server = await ModelServer.StartAsync(Unbounded);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public void Every_list_is_the_same_from_either_end()
    {
        var run = new ModelRun("walks", 500, output);
        run.Check(WalkCase.Cases(), given => WalkAsync(given, run).GetAwaiter().GetResult());
    }

    [Fact]
    public void What_stands_unchanged_is_seen_once_while_messages_come_and_go()
    {
        var run = new ModelRun("walks through changes", 500, output);
        run.Check(WalkCase.Cases(), given => WalkThroughChangesAsync(given, run).GetAwaiter().GetResult());
    }

    private async Task WalkAsync(WalkCase given, ModelRun run)
    {
        using var living = new LivingThread(_server.Store, given.Thread);
        var (list, expected) = await given.ListAsync(_server, living);
        foreach (var direction in given.IsOutline ? [true] : (bool[])[true, false])
        {
            var walked = list with { Forward = direction };
            var pages = await walked.ReadAsync(_server, living.Placed, () => living.Tree, given.Size);
            run.Count(pages.Select(static p => p.Read));
            walked.Seen(pages).ShouldBe(expected(living.Tree).Select(r => r.Id), $"{walked}");
        }

        run.Threads++;
    }

    private async Task WalkThroughChangesAsync(WalkCase given, ModelRun run)
    {
        using var living = new LivingThread(_server.Store, given.Thread);
        var (list, expected) = await given.ListAsync(_server, living);
        var stood = expected(living.Tree).Select(r => (r.Id, living.PlacementOf(r))).ToHashSet();
        var pages = await list.ReadAsync(_server, living.Placed, () => living.Tree, given.Size, page =>
        {
            given.Change(living, page.Ids.Count == 0 ? null : page.Ids[list.Forward ? ^1 : 0]);
            stood.IntersectWith(expected(living.Tree).Select(r => (r.Id, living.PlacementOf(r))));
        });
        run.Count(pages.Select(static p => p.Read));
        run.Threads++;

        var seen = list.Seen(pages);
        var unchanged = stood.Select(s => s.Id).ToHashSet();
        if (!given.IsOutline)
        {
            // In pre-order, what lies below a message that goes moves to another place, which may be seen later.
            seen.ShouldBeUnique($"{list}, {living.History}");
        }

        seen.Where(unchanged.Contains).ShouldBe(
            expected(living.Tree).Select(r => r.Id).Where(unchanged.Contains), $"{list}, {living.History}");
    }
}
