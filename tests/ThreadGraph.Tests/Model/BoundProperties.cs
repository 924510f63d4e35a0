using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using ThreadGraph.Tests.Support;
using Xunit.Abstractions;

namespace ThreadGraph.Tests.Model;

/// <summary>A request that may read only so much says where it stopped, and going on from there finds the rest.</summary>
public sealed class BoundProperties(ITestOutputHelper output)
{
    private static readonly Gen<ModelThread> Threads =
        ThreadGenerator.Threads(Gen.Choose(50, 700), Enum.GetValues<Place>())
            .Where(static t => t.Replies.GroupBy(r => r.At).All(g => g.Count() < MostInOneMs));

    /// <summary>A millisecond that holds as much as one request may read cannot be passed by its time.</summary>
    private const int MostInOneMs = 50;

    [Theory]
    [InlineData(100)]
    [InlineData(170)]
    [InlineData(300)]
    public async Task Walk_goes_on_behind_every_stop(int maxScan)
    {
        await using var server = await ModelServer.StartAsync(maxScan);
        var run = new ModelRun($"walks in steps of {maxScan}", 70, output);
        run.Check(WalkCase.Cases(Threads, leastOnPage: 20), given => WalkAsync(server, given, run).GetAwaiter().GetResult());
    }

    [Theory]
    [InlineData(100)]
    [InlineData(250)]
    public async Task Nested_lists_say_where_they_were_cut(int maxScan)
    {
        await using var server = await ModelServer.StartAsync(maxScan);
        var run = new ModelRun($"nested lists within {maxScan}", 60, output);
        var cases =
            from thread in Threads
            from operations in OperationGenerator.Nested.ArrayOf(6)
            select new ModelCase(thread, operations);
        run.Check(Arb.From(cases, ModelCase.Shrink), given => AskAsync(server, given, run).GetAwaiter().GetResult());
    }

    private static async Task WalkAsync(ModelServer server, WalkCase given, ModelRun run)
    {
        using var living = new LivingThread(server.Store, given.Thread);
        var (list, expected) = await given.ListAsync(server, living);
        var pages = await list.ReadAsync(server, living.Placed, () => living.Tree, given.Size, page =>
        {
            page.Read.Rows.ShouldBeLessThanOrEqualTo(server.MaxScan, $"rows of one request, {list}");
            SaysWhy(page.Coverage, page.Read);
        });
        run.Count(pages.Select(static p => p.Read));
        run.Threads++;

        var isInBatches = given.Kind is WalkKind.Outline && given.Thread.Replies.Count > server.MaxScan;
        if (isInBatches)
        {
            new BatchCheck(living.Tree).Check(pages);
            return;
        }

        var seen = list.Seen(pages);
        var all = expected(living.Tree).ToArray();
        if (given.Kind == WalkKind.OutlineUnder && given.Thread.Replies.Count > server.MaxScan)
        {
            // What a batch shows of a branch begins where the branch does; a row whose parent is in another batch may be of it.
            seen.ShouldBeUnique($"{list}");
            seen.ShouldBeSubsetOf(all.Select(r => r.Id), $"{list}");
            return;
        }

        // What the bound leaves unread counts as answered: an orphan may be taken for what it claims to be.
        seen.ShouldBeUnique($"{list}");
        seen.ShouldBe(all.Where(r => seen.Contains(r.Id) || !MayBeTakenAsAnswered(living.Tree, r)).Select(r => r.Id), $"{list}");
    }

    private static bool MayBeTakenAsAnswered(Tree tree, Reply reply) => tree.IsOrphan(reply);

    private static void SaysWhy(JsonElement coverage, ReadRows read)
    {
        var isComplete = coverage.GetProperty("complete").GetBoolean();
        (coverage.GetProperty("cutBy").GetArrayLength() == 0).ShouldBe(isComplete, $"{coverage}");
        (isComplete && !(read is { IsWhole: true, HasHidden: false })).ShouldBeFalse($"{coverage}");
        (!isComplete && read is { IsSurelyWhole: true, HasHidden: false, HasRowsAtBounds: false }).ShouldBeFalse($"{coverage}");
    }

    private static async Task AskAsync(ModelServer server, ModelCase given, ModelRun run)
    {
        using var living = new LivingThread(server.Store, given.Thread);
        var session = new Session(living.Placed, living.Tree, given.Thread);
        foreach (var operation in given.Operations)
        {
            var asked = session.Ask(operation);
            var (data, calls) = await server.SendAsync(asked.Document, living.Placed.Thread.Variables());
            var read = new ReadRows(calls, living.Placed, living.Tree);
            run.Count([read]);
            var context = $"{asked.Document}\n{string.Join("\n", calls.Select(c => c.Show(living.Placed)))}\n{data.ToString()[..Math.Min(3000, data.ToString().Length)]}";
            read.Rows.ShouldBeLessThanOrEqualTo(server.MaxScan, context);
            new CutCheck(session, read, server.MaxScan, context).Check(asked, data.GetProperty("thread"));
        }

        run.Threads++;
    }
}
