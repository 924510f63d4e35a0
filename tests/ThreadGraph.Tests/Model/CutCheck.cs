using System.Text.Json;

namespace ThreadGraph.Tests.Model;

/// <summary>Compares an answer that the bound may have cut: what is there is right, and what is not is announced.</summary>
internal sealed class CutCheck(Session session, ReadRows read, int maxScan, string context)
{
    private bool _isCut;

    private Tree Tree => session.Tree;

    public void Check(Asked asked, JsonElement thread)
    {
        for (var i = 0; i < asked.Lists.Count; i++)
        {
            Check(thread.GetProperty($"l{i}"), asked.Lists[i], null, $"l{i}");
        }

        if (_isCut)
        {
            var coverage = thread.GetProperty("coverage");
            coverage.GetProperty("complete").GetBoolean().ShouldBeFalse(context);
            coverage.GetProperty("cutBy").EnumerateArray().Select(c => c.GetString()).ShouldContain("SCAN_LIMIT", context);
            read.Rows.ShouldBe(maxScan, $"read up to the bound; {context}");
        }
    }

    private void Check(JsonElement list, AskedList field, Reply? parent, string path)
    {
        var edges = list.GetProperty("edges").EnumerateArray().ToArray();
        var ids = edges.Select(e => session.Placed.LocalId(long.Parse(e.GetProperty("node").GetProperty("messageId").GetString()!))).ToArray();

        // What the bound leaves unread counts as answered: an orphan may be taken for what it claims to be.
        var page = Pages.Of(field, Tree, parent, r => ids.Contains(r.Id) || !Tree.IsOrphan(r));
        var expected = page.Items.Select(r => r.Id).ToArray();
        var info = list.GetProperty("pageInfo");
        var more = info.GetProperty(field.Forward ? "hasNextPage" : "hasPreviousPage").GetBoolean();
        var isShort = ids.Length < expected.Length;
        ids.ShouldBe(!isShort || !more ? expected : field.Forward ? expected[..ids.Length] : expected[^ids.Length..], $"{path}: {context}");
        if (isShort && more)
        {
            _isCut = true;

            // Where nothing was read at all, going on is to begin.
            if (ids.Length > 0)
            {
                info.GetProperty(field.Forward ? "endCursor" : "startCursor").GetString().ShouldNotBeNull($"{path}: {context}");
            }
        }
        else if (!isShort && !more)
        {
            (field.Forward ? page.HasNext : page.HasPrevious).ShouldBeFalse($"{path}: {context}");
        }

        foreach (var (edge, id) in edges.Zip(ids).Where(_ => field.Nested is not null))
        {
            Check(edge.GetProperty("node").GetProperty("replies"), new AskedList(field.Nested!, ""), Tree.Find(id), $"{path}.{id}");
        }
    }
}
