using System.Globalization;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary><c>conversation_id</c>: <c>owner|type|peer</c>, in the owner's view (upstream.md 10).</summary>
/// <param name="OwnerId">Whose view it is.</param>
/// <param name="Kind">P2P, team or super team.</param>
/// <param name="PeerId">P2P: the other account; otherwise empty.</param>
/// <param name="TeamId">Team and super team: its ID; otherwise 0.</param>
internal sealed record ConversationId(string OwnerId, ConversationKind Kind, string PeerId, long TeamId)
{
    /// <returns>Null when the text is none; the reader says so then.</returns>
    public static ConversationId? Read(ParameterReader reader, string name)
    {
        var parts = reader.Text(name).Split('|');
        if (parts.Length == 3 && AccountId.IsValid(parts[0]))
        {
            var owner = AccountId.Normalize(parts[0]);
            if (parts[1] == "1" && AccountId.IsValid(parts[2]))
            {
                return new ConversationId(owner, ConversationKind.P2P, AccountId.Normalize(parts[2]), 0);
            }

            if (parts[1] is "2" or "3"
                && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var teamId))
            {
                var kind = parts[1] == "2" ? ConversationKind.Team : ConversationKind.SuperTeam;
                return new ConversationId(owner, kind, "", teamId);
            }
        }

        reader.Refuse(Codes.BadParameter, $"\"{name}\" must be owner|type|peer, such as alice|1|bob or alice|2|12345.");
        return null;
    }

    public bool Holds(SandboxConversation conversation) =>
        conversation.Kind == Kind
        && (Kind == ConversationKind.P2P
            ? conversation.Accounts == (OwnerId, PeerId) || conversation.Accounts == (PeerId, OwnerId)
            : conversation.TeamId == TeamId);
}
