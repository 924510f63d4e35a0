using ThreadGraph.Conformance.Schema;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.Conformance.Resolvers;

/// <summary>The fields of <see cref="Place"/>, each answered at once.</summary>
[ObjectType<Place>]
internal static class NowPlace
{
    [GraphQLType<IdType>]
    public static string Key([Parent] Place parent) => Answers.Key(parent);

    public static string? Label([Parent] Place parent, bool upper = false) => Answers.Label(parent, upper);

    public static IEntity? Next([Parent] Place parent) => Answers.Entity(parent.Number + 1);

    public static IReadOnlyList<ILiving> Inhabitants(
        [Parent] Place parent, [DefaultValueSyntax("[WARM, COLD]")] Kind[]? kinds, int first = 2) =>
        Answers.Many(first, i => (ILiving)Answers.Actor(parent.Number + i + (kinds?.Length ?? 0)));

    public static double Area([Parent] Place parent) => parent.Number / 4.0;

    public static bool Open([Parent] Place parent) => parent.Number % 2 == 0;
}
