using Microsoft.Extensions.Primitives;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>The parameters of <c>queryThreadTalkHistory</c> (upstream.md 5.1), as they passed the check.</summary>
internal sealed record ThreadTalkRequest
{
    public required string? AccountId { get; init; }

    public required long QChatServerId { get; init; }

    public required long ChannelId { get; init; }

    public required long ServerId { get; init; }

    public required long TimeMs { get; init; }

    public required long FromTimeMs { get; init; }

    public required long ToTimeMs { get; init; }

    public required int Limit { get; init; }

    /// <summary>The anchor; null: none.</summary>
    public required long? ExcludedServerId { get; init; }

    /// <summary><c>reverse</c>: true is oldest first.</summary>
    public required bool OldestFirst { get; init; }

    /// <param name="form">The form as sent.</param>
    /// <param name="nowMs">The window's end where none is given.</param>
    /// <returns>The request, or the first thing that is wrong with it.</returns>
    public static (ThreadTalkRequest? Request, Refusal? Refusal) Read(
        Func<string, StringValues> form, long nowMs)
    {
        // An empty required parameter is "object does not exist" here (upstream.md 5.4), an absent one is 414 [?].
        var reader = new ParameterReader(form, emptyRequiredCode: Codes.NotFound);
        var request = new ThreadTalkRequest
        {
            QChatServerId = reader.Number("serverId"),
            ChannelId = reader.Number("channelId"),
            ServerId = reader.Number("msgIdServer"),
            TimeMs = reader.Number("msgTime"),
            AccountId = reader.OptionalAccount("accid"),
            FromTimeMs = reader.OptionalNumber("fromTime") ?? 0,
            ToTimeMs = reader.OptionalNumber("toTime") ?? nowMs,
            Limit = reader.Limit("limit", defaultLimit: 100),
            ExcludedServerId = reader.OptionalNumber("excludeMsgId"),
            OldestFirst = reader.Flag("reverse", defaultFlag: false),
        };
        if (request.FromTimeMs > request.ToTimeMs)
        {
            reader.Refuse(Codes.BadParameter, "\"fromTime\" must not be later than \"toTime\".");
        }

        return reader.Refusal is { } refusal ? (null, refusal) : (request, null);
    }
}
