using ThreadGraph.Conformance.Schema;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.Conformance.Resolvers;

/// <summary>The fields of <see cref="Place"/>, each answered after a wait.</summary>
[ObjectType<Place>]
internal static class LaterPlace
{
    [GraphQLType<IdType>]
    public static Task<string> KeyAsync([Parent] Place parent) =>
        Later.TaskOf<string>(parent.Number + 1, () => Answers.Key(parent));

    public static ValueTask<string?> LabelAsync([Parent] Place parent, bool upper = false) =>
        Later.Of<string?>(parent.Number + 2, () => Answers.Label(parent, upper));

    public static Task<IEntity?> NextAsync([Parent] Place parent) =>
        Later.TaskOf<IEntity?>(parent.Number, () => Answers.Entity(parent.Number + 1));

    public static ValueTask<IReadOnlyList<ILiving>> InhabitantsAsync(
        [Parent] Place parent, [DefaultValueSyntax("[WARM, COLD]")] Kind[]? kinds, int first = 2) =>
        Later.Of<IReadOnlyList<ILiving>>(parent.Number + 0, () => Answers.Many(first, i => (ILiving)Answers.Actor(parent.Number + i + (kinds?.Length ?? 0))));

    public static Task<double> AreaAsync([Parent] Place parent) =>
        Later.TaskOf<double>(parent.Number + 1, () => parent.Number / 4.0);

    public static ValueTask<bool> OpenAsync([Parent] Place parent) =>
        Later.Of<bool>(parent.Number, () => parent.Number % 2 == 0);
}
