using ThreadGraph.Conformance.Schema;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.Conformance.Resolvers;

/// <summary>The fields of <see cref="Counter"/>, each answered after a wait.</summary>
[ObjectType<Counter>]
internal static class LaterCounter
{
    public static Task<int> ValueAsync([Parent] Counter parent) =>
        Later.TaskOf<int>(parent.Sum + 1, () => parent.Sum);

    public static ValueTask<Person> OwnerAsync([Parent] Counter parent) =>
        Later.Of<Person>(parent.Sum + 2, () => Answers.FriendHard(parent.Sum));

    public static Task<string> GapHardAsync([Parent] Counter parent) =>
        Later.TaskOf<string>(parent.Sum, () => Answers.Gap(parent.Sum));

    public static ValueTask<string?> BoomAsync([Parent] Counter parent) =>
        Later.Of<string?>(parent.Sum + 0, () => Answers.Boom(parent.Sum));
}
