using FsCheck;
using FsCheck.Fluent;

namespace ThreadGraph.Tests.Access.Model;

/// <summary>Worlds by chance.</summary>
internal static class Worlds
{
    private const int All = (1 << World.Accounts) - 1;

    private static readonly Gen<int> Account = Gen.Choose(0, World.Accounts - 1);

    private static readonly Gen<int> Some = Gen.Choose(0, All);

    public static Arbitrary<World> Arbitrary { get; } = Arb.From(
        from count in Gen.Frequency((3, Gen.Constant(1)), (1, Gen.Constant(2)))
        from threads in Gen.ListOf(Threads(), count)
        from order in Gen.Shuffle(Enumerable.Range(0, World.Accounts).ToArray())
        from pick in Gen.Choose(0, 1_000)
        select new World([.. threads], order, pick),
        Shrink);

    private static Gen<WorldThread> Threads() =>
        from place in Gen.Elements(Place.P2P, Place.Team, Place.SuperTeam, Place.Channel)
        from members in place == Place.P2P ? Pairs() : Some
        from readers in Gen.Frequency((2, Gen.Constant(All)), (1, Some))
        from root in Messages(place, members, 0)
        from isRootGone in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        from count in Gen.Choose(0, 5)
        from replies in Gen.CollectToList(Enumerable.Range(0, count), i => Messages(place, members, i))
        select new WorldThread(place, members, readers, root with { Status = 0 }, isRootGone, [.. replies]);

    private static Gen<int> Pairs() =>
        from one in Account
        from other in Gen.Choose(1, World.Accounts - 1)
        select 1 << one | 1 << (one + other) % World.Accounts;

    private static Gen<WorldMessage> Messages(Place place, int members, int index) =>
        from sender in place == Place.P2P
            ? Gen.Elements(Enumerable.Range(0, World.Accounts).Where(a => (members >> a & 1) == 1).ToArray())
            : Account
        from parent in Gen.Choose(-1, index - 1)
        from receivers in Gen.Frequency((2, Gen.Constant((int?)null)), (1, Some.Select(static s => (int?)s)))
        from inclusive in Gen.Elements(true, false)
        from status in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(1, 2)))
        select new WorldMessage(sender, parent, receivers, inclusive, status);

    private static IEnumerable<World> Shrink(World world)
    {
        for (var i = 0; i < world.Threads.Count && world.Threads.Count > 1; i++)
        {
            yield return world with { Threads = [.. world.Threads.Where((_, at) => at != i)] };
        }

        for (var i = 0; i < world.Threads.Count; i++)
        {
            if (world.Threads[i] is { Replies.Count: > 0 } thread)
            {
                var shorter = thread with { Replies = [.. thread.Replies.SkipLast(1)] };
                yield return world with { Threads = [.. world.Threads.Select((t, at) => at == i ? shorter : t)] };
            }
        }
    }
}
