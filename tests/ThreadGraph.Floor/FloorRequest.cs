using System.Text.Json.Serialization;

namespace ThreadGraph.Floor;

/// <summary>What the endpoint reads of a GraphQL request: the variables that say which threads are asked for.</summary>
internal sealed record FloorRequest(FloorVariables Variables);

/// <summary>The variables of the operations: one root, or several.</summary>
internal sealed record FloorVariables(ThreadRoot? Root, ThreadRoot[]? Roots);

/// <summary>A thread's root, in one of the two upstreams.</summary>
internal sealed record ThreadRoot(MessageRoot? Message, ChannelMessageRoot? ChannelMessage);

/// <summary>A root of the IM API.</summary>
internal sealed record MessageRoot(
    string SenderId, string ReceiverId, string MessageId, string ClientMessageId, DateTimeOffset CreatedAt);

/// <summary>A root of the QChat API.</summary>
internal sealed record ChannelMessageRoot(
    string QchatServerId, string ChannelId, string MessageId, DateTimeOffset CreatedAt);

/// <summary>Reads requests without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FloorRequest))]
internal sealed partial class FloorJson : JsonSerializerContext;
