using System.Globalization;
using System.Text;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Model;

/// <summary>A connection field as it was put into a document.</summary>
internal sealed record AskedList(ListField Field, string Text)
{
    /// <summary>Where the cursor stands.</summary>
    public Reply? Cursor { get; init; }

    /// <summary>Where the cursor stands that the page may not go beyond.</summary>
    public Reply? Far { get; init; }

    public Reply? Around { get; init; }

    public Reply? Under { get; init; }

    public (int From, int Until)? Window { get; init; }

    public bool Forward => Field.Paging.Forward;

    public int Size => Field.Paging.Size;

    public RepliesField? Nested => Field.Node.Replies;
}

/// <summary>An operation as it was sent.</summary>
/// <param name="Source">What it was made of.</param>
/// <param name="Document">The GraphQL document, with the one variable <c>$root</c> or <c>$id</c>.</param>
/// <param name="Lists">The thread's lists, <c>l0</c>, <c>l1</c> and so on.</param>
/// <param name="Node">The message that is fetched by its ID.</param>
internal sealed record Asked(Operation Source, string Document, IReadOnlyList<AskedList> Lists, Reply? Node = null);

/// <summary>What the answers so far have given: IDs and cursors to ask on with.</summary>
internal sealed class Session(PlacedThread placed, Tree tree, ModelThread thread)
{
    private readonly Dictionary<int, string> _ids = [];
    private readonly Dictionary<string, List<(string Text, Reply At)>> _cursors = [];

    public PlacedThread Placed => placed;

    public Tree Tree => tree;

    public ModelThread Thread => thread;

    public CostModel Costs { get; } = new(tree, thread.Place);

    public IReadOnlyDictionary<int, string> Ids => _ids;

    public string? RootId { get; set; }

    public void Learn(int message, string id)
    {
        if (_ids.TryGetValue(message, out var known))
        {
            id.ShouldBe(known, $"one message ({message}), one ID");
        }

        _ids[message] = id;
    }

    public void LearnCursor(string scope, string cursor, Reply at)
    {
        if (!_cursors.TryGetValue(scope, out var list))
        {
            _cursors.Add(scope, list = []);
        }

        if (!list.Contains((cursor, at)))
        {
            list.Add((cursor, at));
        }
    }

    public Asked Ask(Operation operation) => operation switch
    {
        ThreadOperation thread => Ask(thread),
        MessageOperation message => Ask(message),
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    /// <summary>Names the list that a cursor belongs to.</summary>
    public static string ScopeOf(AskedList list, Reply? parent) => list.Field switch
    {
        MessagesField => $"messages {list.Window}",
        OutlineField outline => $"outline {list.Under?.Id} {outline.MaxDepth}",
        _ => $"replies {parent?.Id}",
    };

    private Asked Ask(ThreadOperation operation)
    {
        var lists = operation.Lists.Select(f => Ask(f, parent: null)).ToArray();
        var head = operation.Head ? "root { id messageId isAvailable } replyCount lastReplyAt " : "";
        var fields = lists.Select((l, i) => $"l{i}: {l.Text} ").ToArray();
        var last = operation.Coverage ? "coverage { complete readCount cutBy } " : "";
        var half = operation.Twice ? fields.Length / 2 : fields.Length;
        var one = $"thread(root: $root) {{ id {head}{string.Concat(fields[..half])}{last}}}";
        var two = operation.Twice ? $" again: thread(root: $root) {{ id {string.Concat(fields[half..])}}}" : "";
        return new Asked(operation, $"query($root: ThreadRootInput!) {{ {one}{two} }}", lists);
    }

    private Asked Ask(MessageOperation operation)
    {
        var known = _ids.Keys.Order().ToArray();
        var node = tree.Find(known[operation.Pick % known.Length])!;
        var lists = operation.Fields.Replies is { } replies ? new[] { Ask(replies, node) } : [];
        var fields = Render(operation.Fields, lists.FirstOrDefault()?.Text);
        return new Asked(operation, $"query($id: ID!) {{ node(id: $id) {{ ... on Message {{ {fields} }} }} }}", lists, node);
    }

    private AskedList Ask(ListField field, Reply? parent)
    {
        var list = new AskedList(field, "")
        {
            Window = field is MessagesField { Window: { } share } ? WindowOf(share) : null,
            Under = field is OutlineField { UnderPick: { } under } ? Met(under) : null,
            Around = field is MessagesField { AroundPick: { } around } ? Met(around) : null,
        };
        var arguments = new List<string>();
        if (field.Paging.Count is { } count)
        {
            arguments.Add($"{(list.Forward ? "first" : "last")}: {count}");
        }

        var met = _cursors.GetValueOrDefault(ScopeOf(list, parent)) ?? [];
        if (field.Paging.CursorPick is { } pick && met.Count > 0)
        {
            var (text, at) = met[pick % met.Count];
            list = list with { Cursor = at };
            arguments.Add($"{(list.Forward ? "after" : "before")}: \"{text}\"");
        }

        if (field.Paging.FarPick is { } far && met.Count > 0 && field is not OutlineField)
        {
            // Only what is on the other side of the nearer cursor; what a range turned round holds is nowhere said.
            var (text, at) = met[far % met.Count];
            if (list.Cursor is not { } near || at.Position.CompareTo(near.Position) == (list.Forward ? 1 : -1))
            {
                list = list with { Far = at };
                arguments.Add($"{(list.Forward ? "before" : "after")}: \"{text}\"");
            }
        }

        if (list.Window is { } window)
        {
            arguments.Add($"window: {{ from: \"{Time(window.From)}\", until: \"{Time(window.Until)}\" }}");
        }

        if (list.Around is { } center)
        {
            arguments.Add($"around: \"{_ids[center.Id]}\"");
        }

        if (list.Under is { } top)
        {
            arguments.Add($"under: \"{_ids[top.Id]}\"");
        }

        if (field is OutlineField { MaxDepth: { } depth })
        {
            arguments.Add($"maxDepth: {depth}");
        }

        return list with { Text = Render(field, arguments) };
    }

    private Reply? Met(int pick)
    {
        var known = _ids.Keys.Order().ToArray();
        return known.Length == 0 ? null : tree.Find(known[pick % known.Length]);
    }

    private (int From, int Until) WindowOf((int? From, int? Until) share)
    {
        var end = tree.All.Count == 0 ? 0 : tree.All.Max(r => r.At) + 1;
        return ((share.From ?? 0) * end / 100, (share.Until ?? 110) * end / 100);
    }

    private static string Time(int at) => Roots.Time(PlacedThread.StartMs + at);

    private static string Render(ListField field, List<string> arguments)
    {
        var name = field switch { MessagesField => "messages", OutlineField => "outline", _ => "replies" };
        var row = field is OutlineField ? " depth parentId hiddenChildren" : "";
        var given = arguments.Count == 0 ? "" : $"({string.Join(", ", arguments)})";
        return $"{name}{given} {{ edges {{ cursor{row} node {{ {Render(field.Node, null)} }} }} "
            + "pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }";
    }

    private static string Render(NodeFields node, string? replies)
    {
        var text = new StringBuilder("id messageId");
        text.Append(node.Depth ? " depth" : "");
        text.Append(node.Parent ? " parentId parent { state messageId message { messageId } }" : "");
        text.Append(node.Tallies ? " childCount { value exact } descendantCount { value exact }" : "");
        text.Append(node.Ancestors ? " ancestors { messageId }" : "");
        if (node.Replies is { } nested)
        {
            var size = nested.Paging.Count is { } count
                ? [string.Create(CultureInfo.InvariantCulture, $"{(nested.Paging.Forward ? "first" : "last")}: {count}")]
                : new List<string>();
            text.Append(' ').Append(replies ?? Render(nested, size));
        }

        return text.ToString();
    }
}
