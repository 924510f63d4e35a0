using ThreadGraph.Conformance.Schema;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.Conformance.Resolvers;

/// <summary>The fields of <see cref="Robot"/>, each answered at once.</summary>
[ObjectType<Robot>]
internal static class NowRobot
{
    [GraphQLType<IdType>]
    public static string Key([Parent] Robot parent) => Answers.Key(parent);

    public static string? Label([Parent] Robot parent, bool upper = false) => Answers.Label(parent, upper);

    public static IEntity? Next([Parent] Robot parent) => Answers.Entity(parent.Number + 1);

    public static int Rank([Parent] Robot parent) => Answers.Rank(parent);

    public static IReadOnlyList<IActor> Peers([Parent] Robot parent, int first = 2) =>
        Answers.Many(first, i => Answers.Actor(parent.Number + i));

    public static string Model([Parent] Robot parent, string prefix = "R") => prefix + parent.Number;

    public static Person Maker([Parent] Robot parent) => Answers.FriendHard(parent.Number);

    public static IReadOnlyList<IReadOnlyList<Place>> Parts([Parent] Robot parent, int size = 2) =>
        Answers.Many(size, row => Answers.Many(size, column => new Place((parent.Number + row + column) % 60)));

    public static int? Boom([Parent] Robot parent) => Answers.Rank(parent);

    public static string GapHard([Parent] Robot parent) => Answers.Gap(parent.Number);

    [GraphQLType<ShadeType>]
    public static string? Shade([Parent] Robot parent) => Answers.Shade(parent.Number);

    public static Kind? Kind([Parent] Robot parent) => Answers.Kind(parent.Number);
}
