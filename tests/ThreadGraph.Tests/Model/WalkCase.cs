using FsCheck;
using FsCheck.Fluent;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Model;

/// <summary>What is walked.</summary>
internal enum WalkKind
{
    Messages,
    Window,
    RepliesOfRoot,
    RepliesOfMessage,
    Outline,
    OutlineUnder,
}

/// <summary>A thread, a list of it, and what happens between its pages.</summary>
internal sealed record WalkCase(ModelThread Thread, WalkKind Kind, int MessagePick, int MostOnPage, int Changes, int Seed)
{
    private const int MostInOneMs = 100;

    private const int MostChanges = 25;

    /// <summary>Every page of an outline reads the whole thread, so big threads are walked in big pages.</summary>
    private const int MostPages = 20;

    private Random _random = new(0);
    private int _changed;

    public static Arbitrary<WalkCase> Cases() => Cases(ThreadGenerator.Threads(Enum.GetValues<Place>()), 1);

    public static Arbitrary<WalkCase> Cases(Gen<ModelThread> threads, int leastOnPage)
    {
        var cases =
            from thread in threads
            from kind in Gen.Elements(Kinds)
            from pick in Gen.Choose(0, 1_000_000)
            let least = Math.Max(leastOnPage, Math.Min(100, thread.Replies.Count / MostPages))
            from size in Gen.Choose(least, Math.Max(least, Math.Min(100, 5 + (thread.Replies.Count / 3))))
            from changes in Gen.Choose(1, 6)
            from seed in Gen.Choose(0, int.MaxValue)
            select new WalkCase(thread, kind, pick, size, changes, seed);
        return Arb.From(cases, given => ThreadGenerator.Shrink(given.Thread).Select(t => given with { Thread = t }));
    }

    private static readonly WalkKind[] Kinds = Enum.GetValues<WalkKind>();

    public bool IsOutline => Kind is WalkKind.Outline or WalkKind.OutlineUnder;

    /// <summary>The size of the next page: any up to the most.</summary>
    public int Size() => 1 + _random.Next(MostOnPage);

    public override string ToString() =>
        $"{Kind} of {MessagePick}, up to {MostOnPage} on a page, {Changes} changes, seed {Seed}; {Thread}";

    /// <summary>The list, and what the model says of it at a moment.</summary>
    public async Task<(WalkedList List, Func<Tree, IEnumerable<Reply>> Expected)> ListAsync(ModelServer server, LivingThread living)
    {
        var end = Thread.Replies.Count == 0 ? 0 : Thread.Replies[^1].At;
        var (from, until) = (end / 4, Math.Max(1, (end / 4) + (end / 2)));
        (_random, _changed) = (new Random(Seed), 0);
        var picked = Picked();
        var id = picked is null ? null : await IdOfAsync(server, living.Placed, picked);
        var forward = IsOutline || MessagePick % 2 == 0;
        return Kind switch
        {
            WalkKind.Window => (
                new WalkedList($"messages(window: {{ from: \"{Time(from)}\", until: \"{Time(until)}\" }})", null, forward),
                tree => tree.Visible.Where(r => r.At >= from && r.At < until)),
            WalkKind.RepliesOfRoot => (new WalkedList("replies", null, forward), tree => tree.ChildrenOf(null)),
            WalkKind.RepliesOfMessage when picked is not null => (
                new WalkedList("replies", id, forward), tree => tree.Find(picked.Id) is { } now ? tree.ChildrenOf(now) : []),
            WalkKind.Outline => (new WalkedList("outline", null, true), tree => tree.Outline(null, null).Select(r => r.Reply)),
            WalkKind.OutlineUnder when picked is not null => (
                new WalkedList($"outline(under: \"{id}\")", null, true),
                tree => tree.Find(picked.Id) is { } now ? tree.Outline(now, null).Select(r => r.Reply) : []),
            _ => (new WalkedList("messages", null, forward), tree => tree.Visible),
        };
    }

    /// <summary>Messages come at the end; others go, but not what the walk stands on or below.</summary>
    public void Change(LivingThread living, int? cursor)
    {
        // A thread that grows for ever is read for ever.
        for (var i = 0; i < Changes && _changed < MostChanges; i++, _changed++)
        {
            var all = living.Tree.Visible;
            var any = all.Count == 0 ? null : all[_random.Next(all.Count)];
            var isKept = any is null || any == Picked() || (cursor is { } c && living.Tree.Find(c) is { } at && living.Tree.AncestorsOf(at).Contains(any));
            if (_random.Next(2) == 0)
            {
                living.Add(_random.Next(2) == 0 ? null : any?.Id, _random.Next(3) * 400);
            }
            else if (!isKept)
            {
                living.Recall(any!.Id);
            }
        }
    }

    /// <summary>The message whose replies are walked; one that can be found by its time.</summary>
    private Reply? Picked()
    {
        var all = Thread.Replies.Where(Tree.IsVisible)
            .GroupBy(static r => r.At).Where(static g => g.Count() <= MostInOneMs).SelectMany(static g => g).ToArray();
        return Kind is WalkKind.RepliesOfMessage or WalkKind.OutlineUnder && all.Length > 0 ? all[MessagePick % all.Length] : null;
    }

    private static string Time(int at) => Roots.Time(PlacedThread.StartMs + at);

    private static async Task<string> IdOfAsync(ModelServer server, PlacedThread placed, Reply reply)
    {
        var (data, _) = await server.SendAsync(
            "query($root: ThreadRootInput!, $window: TimeWindow!) { thread(root: $root) { "
            + "messages(first: 100, window: $window) { nodes { id messageId } } } }",
            new
            {
                root = placed.Thread.Root(),
                window = new { from = Time(reply.At), until = Time(reply.At + 1) },
            });
        var id = $"{placed.ServerId(reply.Id)}";
        return data.GetProperty("thread").GetProperty("messages").GetProperty("nodes").EnumerateArray()
            .First(n => n.GetProperty("messageId").GetString() == id).GetProperty("id").GetString()!;
    }
}
