using ThreadGraph.Conformance.Schema;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.Conformance.Resolvers;

/// <summary>The fields of <see cref="Person"/>, each answered after a wait.</summary>
[ObjectType<Person>]
internal static class LaterPerson
{
    [GraphQLType<IdType>]
    public static Task<string> KeyAsync([Parent] Person parent) =>
        Later.TaskOf<string>(parent.Number + 1, () => Answers.Key(parent));

    /// <summary>What it is called.</summary>
    /// <param name="upper">In capitals.</param>
    public static ValueTask<string?> LabelAsync([Parent] Person parent, bool upper = false) =>
        Later.Of<string?>(parent.Number + 2, () => Answers.Label(parent, upper));

    public static Task<IEntity?> NextAsync([Parent] Person parent) =>
        Later.TaskOf<IEntity?>(parent.Number, () => Answers.Entity(parent.Number + 1));

    public static ValueTask<int> RankAsync([Parent] Person parent) =>
        Later.Of<int>(parent.Number + 0, () => Answers.Rank(parent));

    public static Task<IReadOnlyList<IActor>> PeersAsync([Parent] Person parent, int first = 2) =>
        Later.TaskOf<IReadOnlyList<IActor>>(parent.Number + 1, () => Answers.Many(first, i => Answers.Actor(parent.Number + i)));

    public static ValueTask<Person?> FriendAsync([Parent] Person parent) =>
        Later.Of<Person?>(parent.Number, () => Answers.Friend(parent.Number));

    public static Task<Person> FriendHardAsync([Parent] Person parent) =>
        Later.TaskOf<Person>(parent.Number + 3, () => Answers.FriendHard(parent.Number));

    public static ValueTask<IReadOnlyList<Person?>?> FriendsAsync([Parent] Person parent, int first = 3) =>
        Later.Of<IReadOnlyList<Person?>?>(parent.Number + 0, () => Answers.Many(first, i => Answers.Friend(parent.Number + i)));

    public static Task<IReadOnlyList<Person>> FriendsHardAsync([Parent] Person parent, int first = 2) =>
        Later.TaskOf<IReadOnlyList<Person>>(parent.Number, () => Answers.Many(first, i => Answers.FriendHard(parent.Number + i)));

    public static ValueTask<double?> HeightAsync([Parent] Person parent) =>
        Later.Of<double?>(parent.Number + 2, () => Answers.Height(parent.Number));

    public static Task<double> HeightHardAsync([Parent] Person parent) =>
        Later.TaskOf<double>(parent.Number + 3, () => Answers.Height(parent.Number));

    public static ValueTask<DateTimeOffset?> BornAsync([Parent] Person parent) =>
        Later.Of<DateTimeOffset?>(parent.Number, () => Answers.Born(parent.Number));

    [GraphQLType<ShadeType>]
    public static Task<string?> ShadeAsync([Parent] Person parent) =>
        Later.TaskOf<string?>(parent.Number + 1, () => Answers.Shade(parent.Number));

    public static ValueTask<IReadOnlyList<string?>?> TagsAsync([Parent] Person parent, int first = 3) =>
        Later.Of<IReadOnlyList<string?>?>(parent.Number + 2, () => Answers.Many(first, i => Answers.Tag(parent.Number + i)));

    public static Task<IReadOnlyList<string>> TagsHardAsync([Parent] Person parent, int first = 2) =>
        Later.TaskOf<IReadOnlyList<string>>(parent.Number, () => Answers.Many(first, i => Answers.Tag(parent.Number + i)!));

    public static ValueTask<int[]?[]> GridAsync([Parent] Person parent, int size = 2) =>
        Later.Of<int[]?[]>(parent.Number + 0, () => Answers.Grid(parent.Number, size));

    public static Task<int[][]> GridHardAsync([Parent] Person parent, int size = 2) =>
        Later.TaskOf<int[][]>(parent.Number + 1, () => Answers.Grid(parent.Number, size)!);

    public static ValueTask<string?> BoomAsync([Parent] Person parent) =>
        Later.Of<string?>(parent.Number, () => Answers.Boom(parent.Number));

    public static Task<string> BoomHardAsync([Parent] Person parent) =>
        Later.TaskOf<string>(parent.Number + 3, () => Answers.Boom(parent.Number));

    public static ValueTask<string?> GapAsync([Parent] Person parent) =>
        Later.Of<string?>(parent.Number + 0, () => Answers.Gap(parent.Number));

    public static Task<string> GapHardAsync([Parent] Person parent) =>
        Later.TaskOf<string>(parent.Number, () => Answers.Gap(parent.Number));

    public static ValueTask<Kind?> KindAsync([Parent] Person parent) =>
        Later.Of<Kind?>(parent.Number + 2, () => Answers.Kind(parent.Number));

    public static Task<Kind> KindHardAsync([Parent] Person parent) =>
        Later.TaskOf<Kind>(parent.Number + 3, () => Answers.Kind(parent.Number));

    public static ValueTask<IReadOnlyList<IThing>> ThingsAsync([Parent] Person parent, int first = 2) =>
        Later.Of<IReadOnlyList<IThing>>(parent.Number, () => Answers.Many(first, i => (IThing)Answers.Entity(parent.Number + i)!));

    public static Task<ILiving?> LivingAsync([Parent] Person parent) =>
        Later.TaskOf<ILiving?>(parent.Number + 1, () => (ILiving?)Answers.Actor(parent.Number + 1));

    [GraphQLDeprecated("Use `label`.\nIt knows more.")]
    public static ValueTask<string?> NicknameAsync([Parent] Person parent, string? locale) =>
        Later.Of<string?>(parent.Number + 2, () => Answers.Label(parent, false));
}
