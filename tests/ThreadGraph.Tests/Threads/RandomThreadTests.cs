using ThreadGraph.Sandbox.Threads;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Threads;

/// <summary>Threads of random shape, compared with what a few obvious lines make of them.</summary>
public sealed class RandomThreadTests
{
    public static TheoryData<int, bool> Seeds
    {
        get
        {
            var data = new TheoryData<int, bool>();
            for (var seed = 1; seed <= 8; seed++)
            {
                data.Add(seed, seed % 2 == 0);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Flat_list_is_the_same_from_either_end_and_in_pages_of_any_size(int seed, bool inChannel)
    {
        var random = new Random(seed);
        await using var chat = await ChatApp.StartAsync(
            c => Grow(c, random, orphans: true), inChannel ? Chat.Channel : null);
        var expected = chat.Chat.Thread.Replies.Select(static r => r.Text!).ToArray();

        foreach (var size in (int[])[1 + random.Next(20), 100])
        {
            var forwards = await Walk.ThreadAsync(chat.App, chat.Chat.Variables, "messages", size, forward: true);
            var backwards = await Walk.ThreadAsync(chat.App, chat.Chat.Variables, "messages", size, forward: false);

            forwards.Texts.ShouldBe(expected);
            backwards.Texts.ShouldBe(expected.Reverse());
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Direct_replies_are_the_same_from_either_end_and_in_pages_of_any_size(int seed, bool inChannel)
    {
        var random = new Random(seed);
        await using var chat = await ChatApp.StartAsync(
            c => Grow(c, random, orphans: false), inChannel ? Chat.Channel : null);
        var thread = chat.Chat.Thread;
        var expected = ChildrenOf(thread, thread.Root.ServerId).Select(static r => r.Text!).ToArray();
        var size = 1 + random.Next(20);

        var forwards = await Walk.ThreadAsync(chat.App, chat.Chat.Variables, "replies", size, forward: true);
        var backwards = await Walk.ThreadAsync(chat.App, chat.Chat.Variables, "replies", size, forward: false);

        forwards.Texts.ShouldBe(expected);
        backwards.Texts.ShouldBe(expected.Reverse());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Tree_holds_every_reply_once_under_what_it_answers_at_the_fewest_calls(int seed, bool inChannel)
    {
        var random = new Random(seed);
        await using var chat = await ChatApp.StartAsync(
            c => Grow(c, random, orphans: true), inChannel ? Chat.Channel : null);
        var size = random.Next(2) == 0 ? "first" : "last";
        const int levels = 7;
        var selection = Enumerable.Range(0, levels).Aggregate(
            "nodes { text depth }",
            (inner, _) => $"nodes {{ text depth replies({size}: 100) {{ {inner} }} }}");

        var answer = await chat.ThreadAsync($"replies({size}: 100) {{ {selection} }}");

        var thread = chat.Chat.Thread;
        answer.Succeeds().Costs((thread.Replies.Count + 99) / 100);
        answer["thread.replies"]!.ToJsonString().ShouldBe(Tree(thread, thread.Root.ServerId, depth: 1, levels));
    }

    /// <summary>The oracle: who answers whom, the replies to nobody that is there taken for replies to the root.</summary>
    private static IEnumerable<SandboxMessage> ChildrenOf(SandboxThread thread, long id)
    {
        var present = thread.Replies.Select(static r => r.ServerId).Append(thread.Root.ServerId).ToHashSet();
        return thread.Replies.Where(r => r.Parent!.ServerId == id
            || (id == thread.Root.ServerId && !present.Contains(r.Parent.ServerId)));
    }

    private static string Tree(SandboxThread thread, long id, int? depth, int levels)
    {
        var nodes = ChildrenOf(thread, id).Select(child =>
        {
            var known = child.Parent!.ServerId == id ? depth : null;
            var below = levels == 0 ? "" : $",\"replies\":{Tree(thread, child.ServerId, known + 1, levels - 1)}";
            return $$"""{"text":"{{child.Text}}","depth":{{(known is null ? "null" : $"{known}")}}{{below}}}""";
        });
        return $$"""{"nodes":[{{string.Join(',', nodes)}}]}""";
    }

    /// <summary>Deep or wide, many in one millisecond, and some whose parent is gone.</summary>
    private static void Grow(Chat chat, Random random, bool orphans)
    {
        var count = random.Next(20, 190);
        var (deep, crowded, names, at) = (random.Next(100), random.Next(100), new List<string> { "root" }, 0);
        for (var i = 0; i < count; i++)
        {
            at += random.Next(100) < crowded ? 0 : random.Next(1, 5);
            var parent = random.Next(100) < deep
                ? names[random.Next(Math.Max(0, names.Count - 3), names.Count)]
                : names[random.Next(Math.Min(names.Count, 5))];
            if (orphans && random.Next(15) == 0)
            {
                chat.Gone($"gone{i}", parent, at);
                names.Add($"gone{i}");
            }
            else
            {
                chat.Reply($"{i}", parent, at);
                names.Add($"{i}");
            }
        }
    }
}
