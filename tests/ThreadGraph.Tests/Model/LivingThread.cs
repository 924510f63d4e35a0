using System.Text;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Tests.Model;

/// <summary>A thread in the sandbox, and its model beside it, that change together.</summary>
internal sealed class LivingThread : IDisposable
{
    private const int FirstNewId = 90_000;

    private readonly StringBuilder _history = new();
    private ModelThread _thread;
    private int _added;

    public LivingThread(SandboxStore store, ModelThread thread)
    {
        _thread = thread;
        Placed = new PlacedThread(store, thread);
        Tree = new Tree(thread);
    }

    public PlacedThread Placed { get; }

    public Tree Tree { get; private set; }

    public string History => _history.ToString();

    /// <summary>The way from the root to a reply, as text.</summary>
    public string PlacementOf(Reply reply) =>
        string.Join('/', Tree.AncestorsOf(reply).Append(reply).Select(r => $"{r.Id} {Tree.StandingOf(r)}"));

    /// <summary>Somebody answers a message, or the root, a little later than all others.</summary>
    public void Add(int? parent, int gapMs)
    {
        var at = _thread.Replies.Select(r => r.At).DefaultIfEmpty(0).Max() + gapMs;
        var id = FirstNewId + _added++;
        var reply = new Reply(id, $"c{id}", "bob", at, parent is { } p ? Tree.Find(p)?.ToReference() : null);
        Placed.Add([reply]);
        Become([.. _thread.Replies, reply], $"+{reply}");
    }

    /// <summary>IM gives a recalled message no more; QChat does, with its status.</summary>
    public void Recall(int id)
    {
        if (_thread is { IsRootGone: true, Replies.Count: 1 })
        {
            return;
        }

        Placed.Recall(id);
        Become(
            _thread.Place == Place.Channel
                ? [.. _thread.Replies.Select(r => r.Id == id ? r with { Status = 1 } : r)]
                : [.. _thread.Replies.Where(r => r.Id != id)],
            $"-{id}");
    }

    public void Dispose() => Placed.Remove();

    private void Become(Reply[] replies, string change)
    {
        _history.Append(change).Append("; ");
        _thread = _thread with { Replies = replies };
        Tree = new Tree(_thread);
    }
}
