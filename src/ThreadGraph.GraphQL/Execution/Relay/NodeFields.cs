using ThreadGraph.GraphQL.Types;
using ThreadGraph.GraphQL.Types.Relay;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>The fields that find nodes by ID. See the Relay global object identification specification.</summary>
internal static class NodeFields
{
    /// <summary>The most IDs that `nodes` takes.</summary>
    private const int MaxAllowedNodeBatchSize = 50;

    /// <summary>The node with an ID given out by this API. Null, with an error, when it cannot be read.</summary>
    /// <param name="id">The ID.</param>
    /// <param name="context">The resolver's context.</param>
    /// <param name="serializer">Takes IDs apart.</param>
    /// <param name="resolvers">Find nodes by key.</param>
    public static async ValueTask<object?> GetNodeAsync(
        [GraphQLType<IdType>] string id,
        IResolverContext context,
        INodeIdSerializer serializer,
        NodeResolvers resolvers)
    {
        var nodeId = Parse(id, "id", serializer);
        return await resolvers.ResolveAsync(nodeId.TypeName, nodeId.InternalId, context);
    }

    /// <summary>Several nodes at once, at most 50; each is found, or fails, on its own.</summary>
    /// <param name="ids">The IDs.</param>
    /// <param name="context">The resolver's context.</param>
    /// <param name="serializer">Takes IDs apart.</param>
    /// <param name="resolvers">Find nodes by key.</param>
    [ListSize(SlicingArguments = ["ids"])]
    public static async ValueTask<IReadOnlyList<object?>> GetNodesAsync(
        [GraphQLType<IdType>] string[] ids,
        IResolverContext context,
        INodeIdSerializer serializer,
        NodeResolvers resolvers)
    {
        if (ids.Length > MaxAllowedNodeBatchSize)
        {
            throw new GraphQLException(ErrorBuilder.New()
                .SetMessage($"\"ids\" names {ids.Length} nodes, but at most {MaxAllowedNodeBatchSize} are allowed at once.")
                .SetCode(ErrorCodes.BadUserInput)
                .SetExtension("argument", "ids")
                .Build());
        }

        return await Task.WhenAll(ids.Select((id, index) => TryResolveAsync(id, index, context, serializer, resolvers)));
    }

    private static async Task<object?> TryResolveAsync(
        string id, int index, IResolverContext context, INodeIdSerializer serializer, NodeResolvers resolvers)
    {
        try
        {
            var nodeId = Parse(id, "ids", serializer);
            return await resolvers.ResolveAsync(nodeId.TypeName, nodeId.InternalId, context);
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            context.ReportError(exception, context.Path.Append(index));
            return null;
        }
    }

    private static NodeId Parse(string id, string argument, INodeIdSerializer serializer) =>
        serializer.TryParse(id, out var nodeId)
            ? nodeId
            : throw new GraphQLException(ErrorBuilder.New()
                .SetMessage($"\"{argument}\" holds an ID that this API did not give out. Use an ID from one of its answers.")
                .SetCode(ErrorCodes.IdInvalid)
                .SetExtension("argument", argument)
                .Build());
}
