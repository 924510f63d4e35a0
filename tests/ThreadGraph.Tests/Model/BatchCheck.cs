namespace ThreadGraph.Tests.Model;

/// <summary>The outline of a thread that is longer than one request may read: batches, oldest first, each in pre-order.</summary>
internal sealed class BatchCheck(Tree tree)
{
    public void Check(IReadOnlyList<WalkedPage> pages)
    {
        var done = 0;
        foreach (var page in pages)
        {
            var batch = tree.Visible.Skip(done).Take(page.Ids.Count).ToArray();
            page.Ids.Order().ShouldBe(batch.Select(r => r.Id).Order(), "the next replies, oldest first");
            CheckRows(page, batch);
            done += batch.Length;
        }

        done.ShouldBe(tree.Visible.Count, "all of them");
    }

    private void CheckRows(WalkedPage page, Reply[] batch)
    {
        // Whether a parent in another batch is gone is not known.
        if (batch.Any(r => tree.StandingOf(r) != Standing.UnderItsParent))
        {
            return;
        }

        var expected = new List<(int Id, int Depth, bool HasParent)>();
        void Add(Reply row, int depth)
        {
            expected.Add((row.Id, depth, true));
            foreach (var child in batch.Where(r => tree.ParentOf(r) == row))
            {
                Add(child, depth + 1);
            }
        }

        foreach (var top in batch.Where(r => !batch.Contains(tree.ParentOf(r))))
        {
            Add(top, tree.ParentOf(top) is null ? 1 : 2);
        }

        page.Ids.Zip(page.Edges).Select(p => (
            p.First, p.Second.GetProperty("depth").GetInt32(), p.Second.GetProperty("parentId").GetString() is not null))
            .ShouldBe(expected);
    }
}
