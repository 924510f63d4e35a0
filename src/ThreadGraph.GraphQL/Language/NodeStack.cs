namespace ThreadGraph.GraphQL.Language;

/// <summary>Where the items of unfinished lists wait, so that a finished list is an array of exact size.</summary>
internal struct NodeStack()
{
    private ISyntaxNode[] _nodes = new ISyntaxNode[32];

    /// <summary>The number of nodes kept; the mark at which the next list starts.</summary>
    public int Count { get; private set; }

    public void Push(ISyntaxNode node)
    {
        if (Count == _nodes.Length)
        {
            Array.Resize(ref _nodes, Count * 2);
        }

        _nodes[Count++] = node;
    }

    /// <summary>Takes off all nodes that were pushed since the mark.</summary>
    public T[] PopFrom<T>(int mark)
        where T : ISyntaxNode
    {
        var list = new T[Count - mark];
        for (var index = 0; index < list.Length; index++)
        {
            list[index] = (T)_nodes[mark + index];
        }

        Count = mark;
        return list;
    }
}
