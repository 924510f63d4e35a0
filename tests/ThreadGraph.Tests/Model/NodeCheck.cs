using System.Text.Json;

namespace ThreadGraph.Tests.Model;

/// <summary>Compares the fields of one message that depend on its place in the tree, and on what was read of it.</summary>
/// <remarks>
/// What was read is known from the upstream calls. Where one operation reads in several waves, a field may have been answered
/// before the last of them; then it may say less, but nothing else.
/// </remarks>
internal sealed class NodeCheck(Session session, Asked asked, ReadRows read)
{
    private readonly bool _isOneWave = !read.HasRowsAtBounds && asked.Lists.Count <= 1 && asked.Lists.All(static l => l.Nested is null);

    private Tree Tree => session.Tree;

    /// <returns>The depth that was answered; null where it was not asked for.</returns>
    public int? Check(JsonElement node, Reply reply, NodeFields fields, int? depthAbove, string path)
    {
        if (fields.Parent)
        {
            CheckParent(node, reply, path);
        }

        if (fields.Tallies)
        {
            CheckTally(node.GetProperty("childCount"), Tree.ChildrenOf(reply).ToArray(), $"{path} childCount");
            CheckTally(node.GetProperty("descendantCount"), Below(reply).ToArray(), $"{path} descendantCount");
        }

        if (fields.Ancestors)
        {
            CheckAncestors(node.GetProperty("ancestors"), reply, path);
        }

        return fields.Depth ? CheckDepth(node.GetProperty("depth"), reply, depthAbove, path) : null;
    }

    public void CheckParentId(string? actual, int? parent, string path)
    {
        (actual is null).ShouldBe(parent is null, $"{path} parentId");
        var known = parent == ModelThread.RootId ? session.RootId : session.Ids.GetValueOrDefault(parent ?? 0);
        if (known is not null)
        {
            actual.ShouldBe(known, $"{path} parentId");
        }
    }

    private int? CheckDepth(JsonElement field, Reply reply, int? depthAbove, string path)
    {
        int? actual = field.ValueKind == JsonValueKind.Null ? null : field.GetInt32();
        var expected = Tree.AncestorsOf(reply).All(read.Has) ? Tree.DepthOf(reply) : null;
        if (actual is not null || _isOneWave || (depthAbove is not null && Tree.DepthOf(reply) is not null))
        {
            actual.ShouldBe(expected, $"{path} depth");
        }

        return actual;
    }

    private void CheckParent(JsonElement node, Reply reply, string path)
    {
        var parent = node.GetProperty("parent");
        var named = Tree.NamedBy(reply);
        var seen = named ?? Tree.NamedBy(reply, alsoHidden: true);
        var state = parent.GetProperty("state").GetString()!;
        StatesOf(reply, named, seen).ShouldContain(state, $"{path} parent.state");

        var message = parent.GetProperty("message");
        (message.ValueKind == JsonValueKind.Object).ShouldBe(state == "READ", $"{path} parent.message");
        if (state == "READ")
        {
            message.GetProperty("messageId").GetString().ShouldBe($"{session.Placed.ServerId(named!.Value)}", path);
        }

        // A reply that knows its parent by client ID may say no more than that.
        var id = seen ?? reply.Parent!.Id;
        var said = parent.GetProperty("messageId").GetString();
        if (said is not null || reply.Parent is not { Id: 0, ClientId.Length: > 0 })
        {
            said.ShouldBe(id == 0 ? null : $"{session.Placed.ServerId(id)}", $"{path} parent.messageId");
        }

        // Where the parent was read, its ID is the one that it has everywhere.
        if (state == "READ" || reply.Parent is not { Id: 0, ClientId.Length: > 0 })
        {
            CheckParentId(node.GetProperty("parentId").GetString(), id, path);
        }
    }

    private IEnumerable<string> StatesOf(Reply reply, int? named, int? seen)
    {
        if (named == ModelThread.RootId)
        {
            return !session.Thread.IsRootGone ? ["READ"] : reply.Parent?.Id == ModelThread.RootId ? ["MISSING"] : ["MISSING", "NOT_READ"];
        }

        // Of a reply in front of its parent it is certain that it is an orphan, and not whether the parent is there.
        if (Tree.StandingOf(reply) == Standing.InFrontOfParent && (read.HasRowsAtBounds || !read.Has(named!.Value)))
        {
            return read.Has(named!.Value) ? ["READ", "NOT_READ", "MISSING"] : ["NOT_READ", "MISSING"];
        }

        var known = named is not null && read.Has(named.Value) ? "READ"
            : named is not null ? "NOT_READ"
            : seen is not null ? read.Has(seen.Value) ? "NOT_VISIBLE" : "NOT_READ"
            : "MISSING";
        var isSure = known != "MISSING" || read.HasPassed(reply.Parent!);
        return _isOneWave && isSure ? [known] : [known, "NOT_READ"];
    }

    /// <summary>Those below a message that can be told to be, by what was read between.</summary>
    private IEnumerable<Reply> Below(Reply reply) =>
        Tree.ChildrenOf(reply).Where(read.Has).SelectMany(c => Below(c).Prepend(c));

    private void CheckTally(JsonElement tally, Reply[] counted, string path)
    {
        var value = tally.GetProperty("value").GetInt32();
        var expected = counted.Count(read.Has);
        if (tally.GetProperty("exact").GetBoolean())
        {
            read.IsWhole.ShouldBeTrue($"{path} exact");
            value.ShouldBe(expected, path);
            return;
        }

        (_isOneWave && read.IsSurelyWhole).ShouldBeFalse($"{path} exact");
        value.ShouldBeInRange(_isOneWave ? expected : 0, expected, path);
    }

    private void CheckAncestors(JsonElement field, Reply reply, string path)
    {
        var actual = field.EnumerateArray()
            .Select(a => session.Placed.LocalId(long.Parse(a.GetProperty("messageId").GetString()!))).ToArray();
        if (session.Thread.IsRootGone)
        {
            actual = [.. actual.Where(static a => a != ModelThread.RootId)];
        }

        var chain = Tree.AncestorsOf(reply).ToArray();
        var unread = Array.FindLastIndex(chain, a => !read.Has(a));
        var expected = chain[(unread + 1)..].Select(a => a.Id).ToArray();
        if (unread < 0 && Tree.DepthOf(reply) is not null && !session.Thread.IsRootGone)
        {
            expected = [ModelThread.RootId, .. expected];
        }

        if (_isOneWave)
        {
            actual.ShouldBe(expected, $"{path} ancestors");
        }
        else
        {
            actual.ShouldBe(expected[^actual.Length..], $"{path} ancestors");
        }
    }
}
