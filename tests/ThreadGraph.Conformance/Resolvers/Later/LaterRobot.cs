using ThreadGraph.Conformance.Schema;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.Conformance.Resolvers;

/// <summary>The fields of <see cref="Robot"/>, each answered after a wait.</summary>
[ObjectType<Robot>]
internal static class LaterRobot
{
    [GraphQLType<IdType>]
    public static Task<string> KeyAsync([Parent] Robot parent) =>
        Later.TaskOf<string>(parent.Number + 1, () => Answers.Key(parent));

    public static ValueTask<string?> LabelAsync([Parent] Robot parent, bool upper = false) =>
        Later.Of<string?>(parent.Number + 2, () => Answers.Label(parent, upper));

    public static Task<IEntity?> NextAsync([Parent] Robot parent) =>
        Later.TaskOf<IEntity?>(parent.Number, () => Answers.Entity(parent.Number + 1));

    public static ValueTask<int> RankAsync([Parent] Robot parent) =>
        Later.Of<int>(parent.Number + 0, () => Answers.Rank(parent));

    public static Task<IReadOnlyList<IActor>> PeersAsync([Parent] Robot parent, int first = 2) =>
        Later.TaskOf<IReadOnlyList<IActor>>(parent.Number + 1, () => Answers.Many(first, i => Answers.Actor(parent.Number + i)));

    public static ValueTask<string> ModelAsync([Parent] Robot parent, string prefix = "R") =>
        Later.Of<string>(parent.Number, () => prefix + parent.Number);

    public static Task<Person> MakerAsync([Parent] Robot parent) =>
        Later.TaskOf<Person>(parent.Number + 3, () => Answers.FriendHard(parent.Number));

    public static ValueTask<IReadOnlyList<IReadOnlyList<Place>>> PartsAsync([Parent] Robot parent, int size = 2) =>
        Later.Of<IReadOnlyList<IReadOnlyList<Place>>>(parent.Number + 0, () => Answers.Many(size, row => Answers.Many(size, column => new Place((parent.Number + row + column) % 60))));

    public static Task<int?> BoomAsync([Parent] Robot parent) =>
        Later.TaskOf<int?>(parent.Number, () => Answers.Rank(parent));

    public static ValueTask<string> GapHardAsync([Parent] Robot parent) =>
        Later.Of<string>(parent.Number + 2, () => Answers.Gap(parent.Number));

    [GraphQLType<ShadeType>]
    public static Task<string?> ShadeAsync([Parent] Robot parent) =>
        Later.TaskOf<string?>(parent.Number + 3, () => Answers.Shade(parent.Number));

    public static ValueTask<Kind?> KindAsync([Parent] Robot parent) =>
        Later.Of<Kind?>(parent.Number, () => Answers.Kind(parent.Number));
}
