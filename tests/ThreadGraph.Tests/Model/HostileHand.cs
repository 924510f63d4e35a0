namespace ThreadGraph.Tests.Model;

/// <summary>Bends some replies into what a well-meaning upstream would not give; times of references stay true.</summary>
internal sealed class HostileHand(Random random, Recipe recipe)
{
    private const int MissingId = 1_000;

    public List<Reply> Work(List<Reply> replies)
    {
        for (var i = 0; i < replies.Count; i++)
        {
            if (recipe.Place is Place.Team or Place.SuperTeam && random.Next(100) < recipe.Hostile)
            {
                replies[i] = Directed(replies[i]);
            }

            if (random.Next(100) < recipe.Hostile)
            {
                Bend(replies, i);
            }
        }

        return replies;
    }

    private Reply Directed(Reply reply) => reply with
    {
        Receivers = random.Next(3) switch { 0 => ["alice"], 1 => ["carol", "Alice"], _ => ["bob", "carol"] },
        Inclusive = random.Next(3) switch { 0 => null, var n => n == 1 },
    };

    private void Bend(List<Reply> replies, int i)
    {
        var later = replies[Math.Min(replies.Count - 1, i + 1 + random.Next(4))];
        var other = replies[random.Next(replies.Count)];
        replies[i] = random.Next(9) switch
        {
            // Late parents, within a second and beyond.
            0 => replies[i] with { Parent = later.ToReference() },
            1 => replies[i] with { Parent = other.ToReference() },
            2 => replies[i] with { Parent = replies[i].ToReference() },
            3 => replies[i] with { Parent = Nobody(replies[i]) },
            4 => replies[i] with { Parent = other.ToReference() with { Id = 0 } },
            5 => replies[i] with { Parent = ModelThread.Root with { Id = 0 } },
            6 => replies[i] with { Parent = new Reference(0, "", "", 0) },
            7 => replies[i] with { ClientId = other.ClientId, Sender = other.Sender },
            _ => Circle(replies, i, 1 + random.Next(3)),
        };
    }

    /// <summary>The reply answers the last of the next few, each of which answers the one before.</summary>
    private static Reply Circle(List<Reply> replies, int i, int length)
    {
        var last = Math.Min(replies.Count - 1, i + length);
        for (var j = i + 1; j <= last; j++)
        {
            replies[j] = replies[j] with { Parent = replies[j - 1].ToReference() };
        }

        return replies[i] with { Parent = replies[last].ToReference() };
    }

    /// <summary>A message that is not there: of before, of the same moment, or of a time to come.</summary>
    private Reference Nobody(Reply reply)
    {
        var at = Math.Max(0, reply.At + random.Next(5) switch { 0 => 0, 1 => -1, 2 => 500, 3 => 5_000, _ => -random.Next(10_000) });
        return random.Next(4) == 0 ? new Reference(0, "nobody", "bob", at) : new Reference(MissingId + random.Next(9), "nobody", "bob", at);
    }
}
