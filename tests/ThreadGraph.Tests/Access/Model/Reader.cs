using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ThreadGraph.Threads;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Tests.Access.Model;

/// <summary>One account that tries every way in: roots, IDs of threads and messages, given or forged, and others' cursors.</summary>
internal sealed partial class Reader(AccessServer server, PlacedWorld placed, int account)
{
    private const string Document =
        """
        query($roots: [ThreadRootInput!]!, $one: ThreadRootInput!, $threadIds: [ID!]!, $messageIds: [ID!]!,
              $threadId: ID!, $messageId: ID!, $cursor: String) {
          threads(roots: $roots) { ...WholeThread }
          nodes(ids: $threadIds) { ... on Thread { root { ...Named } messages(last: 50) { nodes { ...Named } } } }
          messages: nodes(ids: $messageIds) { ...Named }
          node(id: $messageId) { ...Alone }
          one: thread(root: $one) { ...Parts }
          same: node(id: $threadId) { ... on Thread { replies(first: 9) { nodes { ...Named } } } }
          byMessage: thread(root: { id: $messageId }) { replyCount outline(first: 9) { nodes: edges { node { ...Named } } } }
        }
        fragment WholeThread on Thread {
          root { ...Shown }
          replyCount
          lastReplyAt
          messages(first: 50) { edges { cursor node { ...Shown } } }
          replies(first: 50) { nodes { ...Named replies(first: 50) { nodes { ...Named } } } }
          outline(first: 50) { edges { node { ...Named } } }
        }
        fragment Parts on Thread {
          after: messages(first: 2, after: $cursor) { nodes { ...Named } }
          before: messages(last: 2, before: $cursor) { nodes { ...Named } }
          around: messages(first: 3, around: $messageId) { nodes { ...Named } }
          under: outline(first: 9, under: $messageId) { edges { node { ...Named } } }
        }
        fragment Named on Message { messageId text extension }
        fragment Alone on Message {
          ...Shown
          replies(first: 9) { nodes { ...Named } }
          thread { root { ...Named } newest: messages(last: 3) { nodes { ...Named } } }
        }
        fragment Shown on Message {
          messageKey: id
          messageId
          text
          extension
          ancestors { messageId text }
          parentKey: parentId
          parent { reference: messageId message { messageId text extension } }
        }
        """;

    private static readonly string[] Expected =
        ["FORBIDDEN", "THREAD_NOT_FOUND", "CURSOR_MISMATCH", "BAD_USER_INPUT"];

    /// <summary>Asks, and holds the answer against what is allowed.</summary>
    /// <param name="cursors">Those that others were given.</param>
    /// <param name="given">Takes up those that this account is given, by thread.</param>
    /// <returns>How many messages left the server.</returns>
    public async Task<int> ReadAsync(string[] cursors, Dictionary<int, string> given)
    {
        var threads = placed.World.Threads;
        var one = placed.World.Pick % threads.Count;
        var keys = Enumerable.Range(0, threads.Count).Select(KeyOf).ToArray();
        var messages = Enumerable.Range(0, threads.Count).SelectMany(i => MessageIds(i, keys[i])).ToArray();
        var body = await server.SendAsync(
            Document,
            new
            {
                roots = Enumerable.Range(0, threads.Count)
                    .SelectMany(i => threads[i].IsOpenTo(account)
                        ? (object[])[placed.RootOf(i)]
                        : [placed.RootOf(i), placed.TwinOf(i)]),
                one = placed.RootOf(one),
                threadIds = keys.Select(key => server.NodeIds.Format("Thread", key)),
                messageIds = messages,
                threadId = server.NodeIds.Format("Thread", keys[one]),
                messageId = messages[placed.World.Pick % messages.Length],
                cursor = cursors.Length == 0 ? null : cursors[placed.World.Pick % cursors.Length],
            },
            placed.NameOf(account));
        var answer = JsonNode.Parse(body)!;
        CheckContent(body);
        CheckErrors(answer);
        Collect(answer, given);
        return MessageIdPattern().Count(body);
    }

    private void CheckContent(string body)
    {
        var allowed = new Allowed(placed, account);
        var texts = TextPattern().Matches(body).Select(static m => m.Value).ToHashSet();
        texts.Except(allowed.Texts).ShouldBeEmpty($"texts that left the server for account {account}");
        allowed.Texts.Except(texts).ShouldBeEmpty($"texts that account {account} was not given");

        Ids(MessageIdPattern(), body).Except(allowed.Ids).ShouldBeEmpty($"messages that left for account {account}");
        Ids(ReferencePattern(), body).Except(allowed.References).ShouldBeEmpty($"references that left for {account}");
        Keys(MessageKeyPattern(), body).Except(allowed.Ids).ShouldBeEmpty($"global IDs that left for account {account}");
        Keys(ParentKeyPattern(), body).Except(allowed.References).ShouldBeEmpty($"parents' IDs that left for {account}");
    }

    /// <summary>A thread that one may not know of fails as one that is not there does.</summary>
    private void CheckErrors(JsonNode answer)
    {
        var codes = new Dictionary<string, string>();
        foreach (var error in answer["errors"]?.AsArray() ?? [])
        {
            var code = error!["extensions"]!["code"]!.GetValue<string>();
            Expected.ShouldContain(code, error.ToJsonString());
            codes[string.Join('.', error["path"]!.AsArray())] = error["message"]!.ToJsonString() + code;
        }

        var root = 0;
        foreach (var thread in placed.World.Threads)
        {
            if (!thread.IsOpenTo(account))
            {
                codes.GetValueOrDefault($"threads.{root}").ShouldNotBeNull($"{thread}, account {account}");
                codes[$"threads.{root}"].ShouldBe(codes.GetValueOrDefault($"threads.{++root}"), $"{thread}, account {account}");
            }

            root++;
        }
    }

    private void Collect(JsonNode answer, Dictionary<int, string> given)
    {
        var (threads, root) = (answer["data"]!["threads"]!.AsArray(), 0);
        for (var i = 0; i < placed.World.Threads.Count; i++)
        {
            if (threads[root]?["messages"]!["edges"]!.AsArray() is [.., { } last])
            {
                given[i] = last["cursor"]!.GetValue<string>();
            }

            root += placed.World.Threads[i].IsOpenTo(account) ? 1 : 2;
        }
    }

    /// <summary>What anybody can make up who knows how IDs are written.</summary>
    private ThreadKey KeyOf(int thread)
    {
        var placedThread = server.Store.FindThread(placed.RootIdOf(thread))!;
        var (conversation, root) = (placedThread.Conversation, placedThread.Root);
        return placed.World.Threads[thread].Place == Place.Channel
            ? new ChannelThreadKey(
                conversation.QChatServerId.ToString(CultureInfo.InvariantCulture), "1", root.ServerId, root.TimeMs)
            : new MessageThreadKey(
                (YunxinConversationType)(1 + (int)placed.World.Threads[thread].Place),
                root.SenderId,
                conversation.ReceiverOf(root.SenderId)!,
                root.ServerId,
                root.ClientId,
                root.TimeMs);
    }

    private IEnumerable<string> MessageIds(int thread, ThreadKey key) =>
        Enumerable.Range(0, 1 + placed.World.Threads[thread].Replies.Count).Select(i => server.NodeIds.Format(
            "Message", new MessageKey(key, key.MessageId + i, null, key.CreatedAtMs + i)));

    private static IEnumerable<long> Ids(Regex pattern, string body) =>
        pattern.Matches(body).Select(static m => long.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture));

    private IEnumerable<long> Keys(Regex pattern, string body) => pattern.Matches(body).Select(m =>
    {
        server.NodeIds.TryParse(m.Groups[1].Value, out var id).ShouldBeTrue();
        return ((MessageKey)id.InternalId).MessageId;
    });

    [GeneratedRegex("""
        (?<=")S\d+E(?=")
        """)]
    private static partial Regex TextPattern();

    [GeneratedRegex("""
        "messageId":"(\d+)"
        """)]
    private static partial Regex MessageIdPattern();

    [GeneratedRegex("""
        "reference":"(\d+)"
        """)]
    private static partial Regex ReferencePattern();

    [GeneratedRegex("""
        "messageKey":"([\w-]+)"
        """)]
    private static partial Regex MessageKeyPattern();

    [GeneratedRegex("""
        "parentKey":"([\w-]+)"
        """)]
    private static partial Regex ParentKeyPattern();
}
