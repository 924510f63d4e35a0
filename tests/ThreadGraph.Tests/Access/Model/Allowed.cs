namespace ThreadGraph.Tests.Access.Model;

/// <summary>What one account may be told of a world.</summary>
internal sealed class Allowed
{
    public Allowed(PlacedWorld placed, int account)
    {
        var threads = placed.World.Threads;
        for (var i = 0; i < threads.Count; i++)
        {
            if (threads[i].IsOpenTo(account))
            {
                Add(placed, threads[i], i, account);
            }
        }
    }

    /// <summary>The messages themselves; of a root that is gone its ID, which the client sent itself.</summary>
    public HashSet<long> Ids { get; } = [];

    /// <summary>What replies that may be seen say that they answer.</summary>
    public HashSet<long> References { get; } = [];

    public HashSet<string> Texts { get; } = [];

    private void Add(PlacedWorld placed, WorldThread thread, int index, int account)
    {
        Ids.Add(placed.RootIdOf(index));
        if (!thread.IsRootGone)
        {
            Texts.Add(PlacedWorld.TextOf(placed.RootIdOf(index)));
        }

        for (var i = 0; i < thread.Replies.Count; i++)
        {
            var reply = thread.Replies[i];
            if (!thread.Sees(account, reply) || !thread.IsThere(reply))
            {
                continue;
            }

            var id = placed.ReplyIdOf(index, i);
            Ids.Add(id);
            References.Add(reply.Parent < 0 ? placed.RootIdOf(index) : placed.ReplyIdOf(index, reply.Parent));
            if (reply.Status == 0)
            {
                Texts.Add(PlacedWorld.TextOf(id));
            }
        }
    }
}
