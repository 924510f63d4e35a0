using System.Text.Json;

namespace ThreadGraph.Tests.Model;

/// <summary>Compares one answer with the model, value by value, and learns its IDs and cursors.</summary>
/// <param name="session">The thread, and what was learnt of it.</param>
/// <param name="asked">The operation.</param>
/// <param name="read">What its calls brought.</param>
internal sealed class AnswerCheck(Session session, Asked asked, ReadRows read)
{
    private readonly NodeCheck _nodes = new(session, asked, read);

    private Tree Tree => session.Tree;

    public void Check(JsonElement data)
    {
        if (asked.Node is { } node)
        {
            CheckNode(data.GetProperty("node"), node, ((MessageOperation)asked.Source).Fields, null, "node");
            return;
        }

        var operation = (ThreadOperation)asked.Source;
        var thread = data.GetProperty("thread");
        if (operation.Head)
        {
            CheckHead(thread);
        }

        for (var i = 0; i < asked.Lists.Count; i++)
        {
            var holder = operation.Twice && i >= asked.Lists.Count / 2 ? data.GetProperty("again") : thread;
            CheckList(holder.GetProperty($"l{i}"), asked.Lists[i], null, null, $"l{i}");
        }

        if (operation.Coverage)
        {
            CheckCoverage(thread.GetProperty("coverage"));
        }
    }

    private void CheckHead(JsonElement thread)
    {
        var root = thread.GetProperty("root");
        root.GetProperty("messageId").GetString().ShouldBe($"{session.Placed.ServerId(ModelThread.RootId)}");
        root.GetProperty("isAvailable").GetBoolean().ShouldBe(!session.Thread.IsRootGone, "isAvailable");
        session.RootId = root.GetProperty("id").GetString();
        thread.GetProperty("replyCount").GetInt32().ShouldBe(Tree.All.Count, "replyCount");
        var last = Tree.All.Count == 0 ? null : Support.Roots.Time(PlacedThread.StartMs + Tree.All.Max(r => r.At));
        thread.GetProperty("lastReplyAt").GetString().ShouldBe(last, "lastReplyAt");
    }

    private void CheckCoverage(JsonElement coverage)
    {
        var count = coverage.GetProperty("readCount").GetInt32();
        count.ShouldBeInRange(read.HasRowsAtBounds ? 0 : read.VisibleCount, read.VisibleCount, "readCount");
        var cuts = coverage.GetProperty("cutBy").EnumerateArray().Select(c => c.GetString()!).ToArray();
        cuts.ShouldBeSubsetOf(["PAGE_SIZE", "TIME_WINDOW", "NOT_VISIBLE"], "cutBy");
        cuts.Contains("NOT_VISIBLE").ShouldBe(read.HasHidden, "cutBy NOT_VISIBLE");
        coverage.GetProperty("complete").GetBoolean().ShouldBe(cuts.Length == 0, "complete");
        (cuts.Length == 0 && !(read is { IsWhole: true, HasHidden: false })).ShouldBeFalse("cutBy says why");
        if (!read.HasRowsAtBounds && read is { IsSurelyWhole: true, HasHidden: false } && asked.Lists.All(l => l.Window is null))
        {
            cuts.ShouldBeEmpty("cutBy");
        }
    }

    private void CheckList(JsonElement list, AskedList field, Reply? parent, int? depth, string path)
    {
        var edges = list.GetProperty("edges").EnumerateArray().ToArray();
        var ids = edges.Select(e => IdOf(e.GetProperty("node"))).ToArray();
        if (field.Field is OutlineField)
        {
            var rows = Pages.OfOutline(field, Tree);
            ids.ShouldBe(rows.Items.Select(r => r.Reply.Id), path);
            CheckPageInfo(list, rows, path);
            foreach (var (edge, row) in edges.Zip(rows.Items))
            {
                CheckRow(edge, row, $"{path}.{row.Reply.Id}");
            }
        }
        else
        {
            var page = Pages.Of(field, Tree, parent);
            ids.ShouldBe(page.Items.Select(r => r.Id), path);
            CheckPageInfo(list, page, path);
        }

        foreach (var (edge, id) in edges.Zip(ids))
        {
            var reply = Tree.Find(id)!;
            session.LearnCursor(Session.ScopeOf(field, parent), edge.GetProperty("cursor").GetString()!, reply);
            CheckNode(edge.GetProperty("node"), reply, field.Field.Node, depth, $"{path}.{id}");
        }

        LearnEnds(list.GetProperty("pageInfo"), Session.ScopeOf(field, parent), ids);
    }

    private void LearnEnds(JsonElement info, string scope, int[] ids)
    {
        if (ids.Length > 0)
        {
            session.LearnCursor(scope, info.GetProperty("startCursor").GetString()!, Tree.Find(ids[0])!);
            session.LearnCursor(scope, info.GetProperty("endCursor").GetString()!, Tree.Find(ids[^1])!);
        }
    }

    private static void CheckPageInfo<T>(JsonElement list, Page<T> page, string path)
    {
        var info = list.GetProperty("pageInfo");
        info.GetProperty("hasNextPage").GetBoolean().ShouldBe(page.HasNext, $"{path} hasNextPage");
        info.GetProperty("hasPreviousPage").GetBoolean().ShouldBe(page.HasPrevious, $"{path} hasPreviousPage");
        foreach (var end in (string[])["startCursor", "endCursor"])
        {
            (info.GetProperty(end).GetString() is null).ShouldBe(page.Items.Count == 0, $"{path} {end}");
        }
    }

    private void CheckRow(JsonElement edge, Row row, string path)
    {
        edge.GetProperty("depth").GetInt32().ShouldBe(row.Depth, $"{path} depth");
        edge.GetProperty("hiddenChildren").GetInt32().ShouldBe(row.HiddenChildren, $"{path} hiddenChildren");
        _nodes.CheckParentId(edge.GetProperty("parentId").GetString(), row.ParentId, path);
    }

    private void CheckNode(JsonElement node, Reply reply, NodeFields fields, int? depthAbove, string path)
    {
        node.ValueKind.ShouldBe(JsonValueKind.Object, path);
        IdOf(node).ShouldBe(reply.Id, path);
        session.Learn(reply.Id, node.GetProperty("id").GetString()!);
        var depth = _nodes.Check(node, reply, fields, depthAbove, path);
        if (fields.Replies is { } nested)
        {
            var field = asked.Node == reply ? asked.Lists[0] : new AskedList(nested, "");
            CheckList(node.GetProperty("replies"), field, reply, depth, $"{path}.replies");
        }
    }

    private int IdOf(JsonElement node) => session.Placed.LocalId(long.Parse(node.GetProperty("messageId").GetString()!));
}
