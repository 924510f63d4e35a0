using System.Text.Json.Nodes;

namespace ThreadGraph.Tests.Resilience;

/// <summary>Asks one thing after the other, of every kind, and compares each answer.</summary>
/// <param name="app">The server.</param>
/// <param name="threads">What is there to be read.</param>
/// <param name="tally">Judges the answers.</param>
/// <param name="seed">Chooses what is asked; the same seed asks the same.</param>
internal sealed class SoakWorker(ResilientApp app, IReadOnlyList<ExpectedThread> threads, SoakTally tally, int seed)
{
    private const int WalkSize = 37;

    // A walk goes on where it failed, but not for ever.
    private const int MaxFailuresOfWalk = 5;

    private readonly Random _random = new(seed);
    private readonly string _account = seed % 2 is 0 ? "alice" : "bob";

    /// <summary>Goes on until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        await Task.Yield();
        while (!stop.IsCancellationRequested)
        {
            var thread = threads[_random.Next(threads.Count)];
            await (_random.Next(6) switch
            {
                0 => FirstAsync(thread, 1 + _random.Next(100)),
                1 => LastAsync(thread, 1 + _random.Next(100)),
                2 => TreeAsync(thread),
                3 => InboxAsync(),
                4 => OutlineAsync(thread),
                _ => WalkAsync(thread, stop),
            });
        }
    }

    private async Task FirstAsync(ExpectedThread thread, int count) => tally.Judge(
        "first",
        await AskAsync(
            """
            query($root: ThreadRootInput!, $count: Int) {
              thread(root: $root) { replyCount messages(first: $count) { nodes { messageId } pageInfo { hasNextPage } } }
            }
            """,
            new { root = thread.Root, count }),
        (data, isWhole) => IsNullOr(data["thread"], isWhole, found =>
            found["replyCount"]!.GetValue<int>() == thread.Ids.Count
            && Ids(found["messages"]).SequenceEqual(thread.Ids.Take(count))
            && Flag(found["messages"], "hasNextPage") == thread.Ids.Count > count));

    private async Task LastAsync(ExpectedThread thread, int count) => tally.Judge(
        "last",
        await AskAsync(
            """
            query($root: ThreadRootInput!, $count: Int) {
              thread(root: $root) { messages(last: $count) { nodes { messageId } pageInfo { hasPreviousPage } } }
            }
            """,
            new { root = thread.Root, count }),
        (data, isWhole) => IsNullOr(data["thread"], isWhole, found =>
            Ids(found["messages"]).SequenceEqual(thread.Ids.TakeLast(count))
            && Flag(found["messages"], "hasPreviousPage") == thread.Ids.Count > count));

    private async Task TreeAsync(ExpectedThread thread) => tally.Judge(
        "tree",
        await AskAsync(
            """
            query($root: ThreadRootInput!) {
              thread(root: $root) {
                replies(first: 4) {
                  nodes { messageId replies(first: 3) {
                    nodes { messageId replies(first: 2) { nodes { messageId } pageInfo { hasNextPage } } }
                    pageInfo { hasNextPage }
                  } }
                  pageInfo { hasNextPage }
                }
              }
            }
            """,
            new { root = thread.Root }),
        (data, isWhole) => IsNullOr(
            data["thread"], isWhole, found => IsTree(thread, thread.RootId, found["replies"]!, 4, isWhole)));

    private async Task InboxAsync()
    {
        var some = threads.OrderBy(_ => _random.Next()).Take(8).ToArray();
        tally.Judge(
            "inbox",
            await AskAsync(
                """
                query($roots: [ThreadRootInput!]!) {
                  threads(roots: $roots) { replyCount messages(last: 3) { nodes { messageId } } }
                }
                """,
                new { roots = some.Select(static thread => thread.Root) }),
            (data, isWhole) => data["threads"]!.AsArray().Zip(some).All(pair => IsNullOr(pair.First, isWhole, found =>
                found["replyCount"]!.GetValue<int>() == pair.Second.Ids.Count
                && Ids(found["messages"]).SequenceEqual(pair.Second.Ids.TakeLast(3)))));
    }

    private async Task OutlineAsync(ExpectedThread thread) => tally.Judge(
        "outline",
        await AskAsync(
            """
            query($root: ThreadRootInput!) {
              thread(root: $root) { outline(first: 60) { edges { depth node { messageId } } pageInfo { hasNextPage } } }
            }
            """,
            new { root = thread.Root }),
        (data, isWhole) => IsNullOr(data["thread"], isWhole, found =>
        {
            var rows = found["outline"]!["edges"]!.AsArray()
                .Select(static edge => (edge!["node"]!["messageId"]!.GetValue<string>(), edge["depth"]!.GetValue<int>()));
            return isWhole
                ? rows.SequenceEqual(thread.Outline.Take(60))
                    && Flag(found["outline"], "hasNextPage") == thread.Outline.Count > 60
                : IsInOrder(rows, thread.Outline);
        }));

    private async Task WalkAsync(ExpectedThread thread, CancellationToken stop)
    {
        var (position, failures, after) = (0, 0, (string?)null);
        while (failures < MaxFailuresOfWalk && !stop.IsCancellationRequested)
        {
            var answer = await AskAsync(
                """
                query($root: ThreadRootInput!, $after: String) {
                  thread(root: $root) { messages(first: 37, after: $after) { nodes { messageId } pageInfo { hasNextPage endCursor } } }
                }
                """,
                new { root = thread.Root, after });
            if (!tally.Judge("walk", answer, (data, isWhole) => IsNullOr(data["thread"], isWhole, found =>
                Ids(found["messages"]).SequenceEqual(thread.Ids.Skip(position).Take(WalkSize))
                && Flag(found["messages"], "hasNextPage") == thread.Ids.Count > position + WalkSize)))
            {
                failures++;
                continue;
            }

            var page = answer["data"]!["thread"]!["messages"]!["pageInfo"]!;
            if (!page["hasNextPage"]!.GetValue<bool>())
            {
                return;
            }

            (position, after) = (position + WalkSize, page["endCursor"]!.GetValue<string>());
        }
    }

    private Task<JsonNode> AskAsync(string query, object variables) => app.QueryAsync(query, variables, _account);

    private static bool IsNullOr(JsonNode? found, bool isWhole, Func<JsonNode, bool> isRight) =>
        found is null ? !isWhole : isRight(found);

    /// <summary>Each level holds the first children of its parent: all that were asked for, or as many as were read.</summary>
    private static bool IsTree(ExpectedThread thread, string parent, JsonNode replies, int count, bool isWhole)
    {
        var expected = thread.ChildrenOf(parent);
        var found = Ids(replies).ToArray();
        return (isWhole
                ? found.SequenceEqual(expected.Take(count)) && Flag(replies, "hasNextPage") == expected.Count > count
                : found.SequenceEqual(expected.Take(found.Length)))
            && replies["nodes"]!.AsArray().All(node => node!["replies"] is not { } below
                || IsTree(thread, node["messageId"]!.GetValue<string>(), below, count - 1, isWhole));
    }

    private static bool IsInOrder<T>(IEnumerable<T> part, IEnumerable<T> whole)
    {
        using var rest = whole.GetEnumerator();
        return part.All(row =>
        {
            while (rest.MoveNext())
            {
                if (Equals(rest.Current, row))
                {
                    return true;
                }
            }

            return false;
        });
    }

    private static IEnumerable<string> Ids(JsonNode? connection) =>
        connection!["nodes"]!.AsArray().Select(static node => node!["messageId"]!.GetValue<string>());

    private static bool Flag(JsonNode? connection, string name) => connection!["pageInfo"]![name]!.GetValue<bool>();
}
