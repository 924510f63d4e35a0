using System.Globalization;
using ThreadGraph.Sandbox.Threads;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Resilience;

/// <summary>What is to be found in a thread, worked out from the sandbox's own messages.</summary>
internal sealed class ExpectedThread
{
    private readonly ILookup<string, string> _children;

    public ExpectedThread(SandboxThread thread)
    {
        (RootId, Root) = (Id(thread.Root.ServerId), thread.Root());
        Ids = [.. thread.Replies.Select(static reply => Id(reply.ServerId))];
        _children = thread.Replies.ToLookup(static reply => Id(reply.Parent!.ServerId), static reply => Id(reply.ServerId));
        Outline = [.. RowsBelow(RootId, 1)];
    }

    /// <summary>The thread's name as a variable.</summary>
    public object Root { get; }

    public string RootId { get; }

    /// <summary>All replies, oldest first.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>All replies in pre-order, each with its depth.</summary>
    public IReadOnlyList<(string Id, int Depth)> Outline { get; }

    /// <summary>The direct replies of a message, oldest first.</summary>
    public IReadOnlyList<string> ChildrenOf(string id) => [.. _children[id]];

    private static string Id(long serverId) => serverId.ToString(CultureInfo.InvariantCulture);

    private IEnumerable<(string Id, int Depth)> RowsBelow(string parent, int depth) => _children[parent]
        .SelectMany(child => RowsBelow(child, depth + 1).Prepend((child, depth)));
}
