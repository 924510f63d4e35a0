using ThreadGraph.Conformance.Schema;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.Conformance.Resolvers;

/// <summary>The fields of <see cref="Counter"/>, each answered at once.</summary>
[ObjectType<Counter>]
internal static class NowCounter
{
    public static int Value([Parent] Counter parent) => parent.Sum;

    public static Person Owner([Parent] Counter parent) => Answers.FriendHard(parent.Sum);

    public static string GapHard([Parent] Counter parent) => Answers.Gap(parent.Sum);

    public static string? Boom([Parent] Counter parent) => Answers.Boom(parent.Sum);
}
