using ThreadGraph.Conformance.Schema;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.Conformance.Resolvers;

/// <summary>Source streams, there to be validated against.</summary>
[SubscriptionType]
public static class SubscriptionFields
{
    public static Person Joined(int after = 0) => new(after);

    public static int Ticks() => 0;
}
