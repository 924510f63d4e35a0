using System.Globalization;
using Microsoft.Extensions.Primitives;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>The parameters of <c>thread_messages</c> (upstream.md 3.1), as they passed the check.</summary>
internal sealed record ThreadMessagesRequest
{
    public required long BeginTimeMs { get; init; }

    public required long EndTimeMs { get; init; }

    /// <summary>Empty: the first page.</summary>
    public required string PageToken { get; init; }

    public required int Limit { get; init; }

    /// <summary>Reads backwards: true is oldest first (upstream.md 3.2). Absent: newest first [?].</summary>
    public required bool OldestFirst { get; init; }

    public required ConversationKind Kind { get; init; }

    /// <summary>Null on v2.1, which has no such parameter and ignores it.</summary>
    public required string? OperatorId { get; init; }

    public required string SenderId { get; init; }

    public required string ReceiverId { get; init; }

    public required long ServerId { get; init; }

    public required string ClientId { get; init; }

    public required long CreateTimeMs { get; init; }

    /// <summary>The team's ID where the receiver is a team.</summary>
    public long TeamId => long.Parse(ReceiverId, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <returns>The request, or the first thing that is wrong with it.</returns>
    public static (ThreadMessagesRequest? Request, Refusal? Refusal) Read(
        Func<string, StringValues> query, bool isV21)
    {
        var reader = new ParameterReader(query, emptyRequiredCode: Codes.BadParameter);
        long beginTimeMs = reader.Number("begin_time"), endTimeMs = reader.Number("end_time");
        var limit = reader.Limit("limit");
        var oldestFirst = reader.Flag("descending", defaultFlag: false);
        var kind = ReadKind(reader);
        var request = new ThreadMessagesRequest
        {
            BeginTimeMs = beginTimeMs,
            EndTimeMs = endTimeMs,
            PageToken = reader.Optional("page_token") ?? "",
            Limit = limit,
            OldestFirst = oldestFirst,
            Kind = kind,
            OperatorId = isV21 ? null : reader.Account("operator_id"),
            SenderId = reader.Account("sender_id"),
            ReceiverId = ReadReceiver(reader, kind),
            ServerId = reader.Number("message_server_id"),
            ClientId = reader.Text("message_client_id"),
            CreateTimeMs = reader.Number("create_time"),
        };
        if (beginTimeMs > endTimeMs)
        {
            reader.Refuse(Codes.BadTimeRange, "\"begin_time\" must not be later than \"end_time\".");
        }

        return reader.Refusal is { } refusal ? (null, refusal) : (request, null);
    }

    private static ConversationKind ReadKind(ParameterReader reader)
    {
        switch (reader.Text("conversation_type"))
        {
            case "1":
                return ConversationKind.P2P;
            case "2":
                return ConversationKind.Team;
            case "3":
                return ConversationKind.SuperTeam;
            default:
                reader.Refuse(Codes.BadParameter, "\"conversation_type\" must be 1 (P2P), 2 (team) or 3 (super team).");
                return ConversationKind.P2P;
        }
    }

    private static string ReadReceiver(ParameterReader reader, ConversationKind kind) =>
        kind == ConversationKind.P2P
            ? reader.Account("receiver_id")
            : reader.Number("receiver_id").ToString(CultureInfo.InvariantCulture);
}
