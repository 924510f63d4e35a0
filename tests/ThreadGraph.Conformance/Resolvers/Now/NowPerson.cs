using ThreadGraph.Conformance.Schema;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.Conformance.Resolvers;

/// <summary>The fields of <see cref="Person"/>, each answered at once.</summary>
[ObjectType<Person>]
internal static class NowPerson
{
    [GraphQLType<IdType>]
    public static string Key([Parent] Person parent) => Answers.Key(parent);

    /// <summary>What it is called.</summary>
    /// <param name="upper">In capitals.</param>
    public static string? Label([Parent] Person parent, bool upper = false) => Answers.Label(parent, upper);

    public static IEntity? Next([Parent] Person parent) => Answers.Entity(parent.Number + 1);

    public static int Rank([Parent] Person parent) => Answers.Rank(parent);

    public static IReadOnlyList<IActor> Peers([Parent] Person parent, int first = 2) =>
        Answers.Many(first, i => Answers.Actor(parent.Number + i));

    public static Person? Friend([Parent] Person parent) => Answers.Friend(parent.Number);

    public static Person FriendHard([Parent] Person parent) => Answers.FriendHard(parent.Number);

    public static IReadOnlyList<Person?>? Friends([Parent] Person parent, int first = 3) =>
        Answers.Many(first, i => Answers.Friend(parent.Number + i));

    public static IReadOnlyList<Person> FriendsHard([Parent] Person parent, int first = 2) =>
        Answers.Many(first, i => Answers.FriendHard(parent.Number + i));

    public static double? Height([Parent] Person parent) => Answers.Height(parent.Number);

    public static double HeightHard([Parent] Person parent) => Answers.Height(parent.Number);

    public static DateTimeOffset? Born([Parent] Person parent) => Answers.Born(parent.Number);

    [GraphQLType<ShadeType>]
    public static string? Shade([Parent] Person parent) => Answers.Shade(parent.Number);

    public static IReadOnlyList<string?>? Tags([Parent] Person parent, int first = 3) =>
        Answers.Many(first, i => Answers.Tag(parent.Number + i));

    public static IReadOnlyList<string> TagsHard([Parent] Person parent, int first = 2) =>
        Answers.Many(first, i => Answers.Tag(parent.Number + i)!);

    public static int[]?[] Grid([Parent] Person parent, int size = 2) => Answers.Grid(parent.Number, size);

    public static int[][] GridHard([Parent] Person parent, int size = 2) => Answers.Grid(parent.Number, size)!;

    public static string? Boom([Parent] Person parent) => Answers.Boom(parent.Number);

    public static string BoomHard([Parent] Person parent) => Answers.Boom(parent.Number);

    public static string? Gap([Parent] Person parent) => Answers.Gap(parent.Number);

    public static string GapHard([Parent] Person parent) => Answers.Gap(parent.Number);

    public static Kind? Kind([Parent] Person parent) => Answers.Kind(parent.Number);

    public static Kind KindHard([Parent] Person parent) => Answers.Kind(parent.Number);

    public static IReadOnlyList<IThing> Things([Parent] Person parent, int first = 2) =>
        Answers.Many(first, i => (IThing)Answers.Entity(parent.Number + i)!);

    public static ILiving? Living([Parent] Person parent) => (ILiving?)Answers.Actor(parent.Number + 1);

    [GraphQLDeprecated("Use `label`.\nIt knows more.")]
    public static string? Nickname([Parent] Person parent, string? locale) => Answers.Label(parent, false);
}
