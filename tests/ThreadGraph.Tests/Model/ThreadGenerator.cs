using FsCheck;
using FsCheck.Fluent;

namespace ThreadGraph.Tests.Model;

/// <summary>What a thread is to be like; the seed decides the rest. Shares are in percent.</summary>
internal sealed record Recipe(
    Place Place, int Size, int Reach, int Crowd, int GapMs, int Burst, int Hostile, int Gone,
    bool Shuffled, bool IsRootGone, int Seed);

/// <summary>Threads by chance: realistic ones, and such as only a hostile upstream would give.</summary>
internal static class ThreadGenerator
{
    private const int MostDepth = 50;

    /// <summary>Mostly small, some around full upstream pages, few big ones; some 90 replies on average.</summary>
    private static readonly Gen<int> Sizes = Gen.Frequency(
        (3, Gen.Constant(0)), (25, Gen.Choose(1, 10)), (34, Gen.Choose(10, 60)), (18, Gen.Choose(60, 130)),
        (9, Gen.Elements(99, 100, 101, 199, 200, 201, 300)), (10, Gen.Choose(130, 420)), (1, Gen.Choose(420, 3_000)));

    public static Gen<ModelThread> Threads(params Place[] places) => Threads(Sizes, places);

    public static Gen<ModelThread> Threads(Gen<int> sizes, params Place[] places) =>
        from place in Gen.Elements(places)
        from size in sizes
        from reach in Gen.Elements(0, 1, 1, 2, 5, 20, 1_000)
        from crowd in Gen.Elements(0, 0, 20, 60, 95)
        from gap in Gen.Elements(3, 300, 300, 5_000)
        from burst in Gen.Frequency((9, Gen.Constant(0)), (1, Gen.Choose(2, 260)))
        from hostile in Gen.Elements(0, 0, 2, 15)
        from gone in Gen.Elements(0, 0, 5, 20)
        from shuffled in Gen.Elements(false, false, true)
        from isRootGone in Gen.Frequency((24, Gen.Constant(false)), (1, Gen.Constant(true)))
        from seed in Gen.Choose(0, int.MaxValue)
        select Grow(new Recipe(place, size, reach, crowd, gap, burst, hostile, gone, shuffled, isRootGone, seed));

    /// <summary>The same thread with fewer replies: halves, then ever smaller parts left out.</summary>
    public static IEnumerable<ModelThread> Shrink(ModelThread thread)
    {
        var count = thread.Replies.Count;
        for (var part = (count + 1) / 2; part > 0; part = part == 1 ? 0 : (part + 1) / 2)
        {
            for (var from = 0; from < count && (part > 2 || count < 200); from += part)
            {
                yield return Whole(thread with { Replies = [.. thread.Replies.Take(from), .. thread.Replies.Skip(from + part)] });
            }
        }
    }

    /// <summary>Without root and replies there is no thread.</summary>
    private static ModelThread Whole(ModelThread thread) =>
        thread with { IsRootGone = thread.IsRootGone && thread.Replies.Count > 0 };

    private static ModelThread Grow(Recipe recipe)
    {
        var random = new Random(recipe.Seed);
        var ids = Enumerable.Range(ModelThread.RootId + 1, recipe.Size).ToArray();
        if (recipe.Shuffled)
        {
            ids = [.. Enumerable.Range(ModelThread.RootId - recipe.Size, recipe.Size).Concat(ids)];
            random.Shuffle(ids);
        }

        var replies = new List<Reply>();
        var depths = new List<int>();
        var at = 0;
        for (var i = 0; i < recipe.Size; i++)
        {
            at += i < recipe.Burst || random.Next(100) < recipe.Crowd ? 0 : 1 + random.Next(recipe.GapMs);
            var sender = recipe.Place == Place.P2P ? Pick("alice", "bob") : Pick("alice", "bob", "carol");
            var parent = PickParent(i);
            depths.Add(parent < 0 ? 1 : depths[parent] + 1);
            replies.Add(new Reply(ids[i], $"c{ids[i]}", sender, at, parent < 0 ? null : replies[parent].ToReference())
            {
                Status = recipe.Place == Place.Channel && random.Next(8) == 0 ? random.Next(4) switch { 3 => 10_001, var s => s } : 0,
            });
        }

        var thread = new HostileHand(random, recipe).Work(replies);
        thread.RemoveAll(_ => random.Next(100) < recipe.Gone);
        return Whole(new ModelThread(recipe.Place, [.. thread.OrderBy(r => r.At).ThenBy(r => r.Id)], recipe.IsRootGone));

        string Pick(params string[] of) => of[random.Next(of.Length)];

        // A reach of 0 is a star, of 1 a chain; others answer one of so many before them.
        int PickParent(int i)
        {
            var parent = recipe.Reach == 0 || i == 0 ? -1
                : recipe.Reach == 1 ? i - 1
                : random.Next(Math.Max(-1, i - recipe.Reach), i);
            return parent >= 0 && depths[parent] >= MostDepth ? -1 : parent;
        }
    }
}
