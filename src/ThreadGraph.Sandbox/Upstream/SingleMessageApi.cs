using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>IM's single message (upstream.md 10): also the way to learn whether an account is in a team.</summary>
internal sealed class SingleMessageApi(SandboxStore store)
{
    public void Answer(UpstreamCall call, bool isV21)
    {
        var reader = new ParameterReader(call.Values, emptyRequiredCode: Codes.BadParameter);
        var conversation = ConversationId.Read(reader, "conversation_id");
        var serverId = reader.Number("message_server_id");
        var timeMs = reader.OptionalNumber("message_time");
        var checksTeam = reader.Flag("check_team_valid", defaultFlag: false);
        var checksMember = reader.Flag("check_team_member_valid", defaultFlag: false);
        if (conversation is null || reader.Refusal is not null)
        {
            call.Refuse(reader.Refusal!);
            return;
        }

        if (CheckAccounts(conversation) is { } unknown)
        {
            call.Refuse(unknown);
            return;
        }

        if ((checksTeam || checksMember) && CheckTeam(conversation, checksMember) is { } refusal)
        {
            call.Refuse(refusal);
            return;
        }

        var message = store.FindMessage(serverId);
        if (message is null
            || !conversation.Holds(message.Conversation)
            || (timeMs is not null && message.TimeMs != timeMs))
        {
            call.Refuse(Codes.UnknownMessage, "The message does not exist.");
            return;
        }

        Answers.WriteMessage(call.Body, message, isV21);
    }

    private Refusal? CheckAccounts(ConversationId conversation) =>
        store.HasAccount(conversation.OwnerId)
        && (conversation.Kind != ConversationKind.P2P || store.HasAccount(conversation.PeerId))
            ? null
            : new Refusal(Codes.UnknownAccount, "An account in \"conversation_id\" does not exist.");

    /// <summary>
    /// A P2P conversation has nothing to check. That who is no member gets 109404 is a presumption [?]
    /// (Team_of_others_is_answered_with_109404_when_membership_is_checked).
    /// </summary>
    private Refusal? CheckTeam(ConversationId conversation, bool checksMember)
    {
        if (conversation.Kind == ConversationKind.P2P)
        {
            return null;
        }

        if (!store.HasTeam(conversation.TeamId, conversation.Kind))
        {
            return new Refusal(Codes.UnknownTeam, "The team in \"conversation_id\" does not exist.");
        }

        return !checksMember || store.FindTeam(conversation.TeamId)!.Members.Has(conversation.OwnerId)
            ? null
            : new Refusal(Codes.UnknownTeamMember, "The account is not a member of the team.");
    }
}
