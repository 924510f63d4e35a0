using FsCheck;
using FsCheck.Fluent;

namespace ThreadGraph.Tests.Model;

/// <summary>Operations by chance; what they pick is decided when they are asked, among what was met by then.</summary>
internal static class OperationGenerator
{
    private const long MostMessages = 40_000;

    private static readonly Gen<int> Pick = Gen.Choose(0, 1_000_000);

    private static readonly Gen<int> Sizes =
        Gen.Frequency((6, Gen.Choose(1, 10)), (3, Gen.Choose(10, 99)), (1, Gen.Constant(100)));

    private static readonly Gen<bool> Rarely = Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)));

    public static Gen<Operation> Operations { get; } = Gen.Frequency<Operation>(
        (8, from lists in Gen.Frequency((5, One(List)), (2, Several(List)))
            from head in Rarely
            from coverage in Rarely
            from twice in Rarely
            select (Operation)new ThreadOperation([.. lists.Select(static l => Within(l, MostMessages))], head, coverage, twice)),
        (1, Gen.Elements<Operation>(
            new ThreadOperation([], Head: true, Coverage: false, Twice: false),
            new ThreadOperation([], Head: false, Coverage: false, Twice: true))),
        (3, from pick in Pick
            from fields in Fields
            from depth in Gen.Choose(-1, 3)
            from node in depth < 0 ? Gen.Constant<RepliesField?>(null) : Replies(depth, cursors: true).Select(RepliesField? (r) => r)
            select (Operation)new MessageOperation(pick, fields with { Replies = node is null ? null : Within(node, MostMessages) })));

    /// <summary>Lists of a thread with lists below them, from the ends of the thread.</summary>
    public static Gen<Operation> Nested { get; } =
        from lists in Gen.Choose(1, 2).SelectMany(static n => Gen.Frequency(
            (2, Replies(4, cursors: false).Select(static r => (ListField)r)),
            (1, from paging in Pagings(cursors: false) from node in Nodes(3) select (ListField)new MessagesField(paging, node))).ArrayOf(n))
        select (Operation)new ThreadOperation([.. lists.Select(static l => Within(l, MostMessages))], Head: false, Coverage: true, Twice: false);

    /// <summary>The same operation with less in it.</summary>
    public static IEnumerable<Operation> Shrink(Operation operation) => operation switch
    {
        ThreadOperation { Lists.Count: > 1 } many => many.Lists.Select(l => many with { Lists = [l], Twice = false }),
        ThreadOperation { Lists: [{ Node.Replies: not null } list] } one =>
            [one with { Lists = [list with { Node = list.Node with { Replies = null } }] }],
        MessageOperation { Fields.Replies.Node.Replies: not null } node =>
            [node with { Fields = node.Fields with { Replies = node.Fields.Replies with { Node = NodeFields.None } } }],
        _ => [],
    };

    /// <summary>Leaves out what lies so deep that the operation might be refused for what it may come to.</summary>
    private static T Within<T>(T list, long most)
        where T : ListField
    {
        var left = most / list.Paging.Size;
        var replies = list.Node.Replies is { } nested && left >= nested.Paging.Size ? Within(nested, left) : null;
        return list with { Node = list.Node with { Replies = replies } };
    }

    private static Gen<NodeFields> Fields =>
        from depth in Rarely
        from parent in Rarely
        from tallies in Rarely
        from ancestors in Rarely
        select new NodeFields(depth, parent, tallies, ancestors);

    private static Gen<ListField> List => Gen.Frequency(
        (4, Messages), (2, Opened), (4, Replies(5, cursors: true).Select(static r => (ListField)r)), (2, Outline));

    private static Gen<ListField> Messages =>
        from paging in Pagings(cursors: true)
        from node in Nodes(2)
        from window in Gen.Frequency<(int?, int?)?>(
            (5, Gen.Constant<(int?, int?)?>(null)),
            (1, Gen.Elements<(int?, int?)?>((20, 70), (0, 50), (50, 110), (30, 31))))
        select (ListField)new MessagesField(paging, node, window);

    private static Gen<ListField> Opened =>
        from count in Sizes
        from node in Nodes(1)
        from around in Pick
        select (ListField)new MessagesField(new Paging(true, count), node, AroundPick: around);

    private static Gen<ListField> Outline =>
        from paging in Pagings(cursors: true)
        from node in Fields
        from depth in Gen.Elements<int?>(null, null, null, 1, 2, 5)
        from under in Gen.Frequency((2, Gen.Constant<int?>(null)), (1, Pick.Select(static p => (int?)(p % 5))))
        select (ListField)new OutlineField(paging with { Forward = true }, node, under, depth);

    private static Gen<NodeFields> Nodes(int levels) =>
        from fields in Fields
        from more in Rarely
        from replies in more && levels > 0 ? Replies(levels - 1, cursors: false).Select(RepliesField? (r) => r) : Gen.Constant<RepliesField?>(null)
        select fields with { Replies = replies };

    private static Gen<RepliesField> Replies(int levels, bool cursors) =>
        from paging in Pagings(cursors)
        from fields in Fields
        from more in Gen.Frequency((2, Gen.Constant(true)), (1, Gen.Constant(false)))
        from replies in more && levels > 0 ? Replies(levels - 1, cursors: false).Select(RepliesField? (r) => r) : Gen.Constant<RepliesField?>(null)
        select new RepliesField(paging, fields with { Replies = replies });

    private static Gen<Paging> Pagings(bool cursors) =>
        from forward in Gen.Frequency((3, Gen.Constant(true)), (2, Gen.Constant(false)))
        from count in Sizes
        from isLeftOut in Rarely
        from cursor in cursors ? Gen.Frequency((1, Gen.Constant<int?>(null)), (1, Pick.Select(static p => (int?)p))) : Gen.Constant<int?>(null)
        from far in cursors ? Gen.Frequency((8, Gen.Constant<int?>(null)), (1, Pick.Select(static p => (int?)p))) : Gen.Constant<int?>(null)
        select new Paging(forward, forward && isLeftOut && far is null ? null : count, cursor, far);

    private static Gen<IReadOnlyList<ListField>> One(Gen<ListField> list) => list.Select(IReadOnlyList<ListField> (l) => [l]);

    private static Gen<IReadOnlyList<ListField>> Several(Gen<ListField> list) =>
        from count in Gen.Choose(2, 4)
        from lists in list.ArrayOf(count)
        select (IReadOnlyList<ListField>)lists;
}
