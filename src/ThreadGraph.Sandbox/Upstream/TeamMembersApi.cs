using System.Globalization;
using System.Text.Json;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>IM's <c>joined_teams</c> and <c>list_members</c> (upstream.md 10).</summary>
internal sealed class TeamMembersApi(SandboxStore store)
{
    public void AnswerJoinedTeams(UpstreamCall call)
    {
        var reader = new ParameterReader(call.Values, emptyRequiredCode: Codes.BadParameter);
        var account = reader.Account("account_id");
        var type = Choice(reader, "team_type", 1, 2);
        var withMember = reader.Optional("need_return_member_info") is not null
            && Choice(reader, "need_return_member_info", 0, 1) == 1;
        var teams = store.Teams
            .Where(team => team.Type == type && team.Members.Has(account))
            .OrderBy(Key, StringComparer.Ordinal);
        var (page, nextToken) = MemberPage.Cut(reader, teams, Key);
        if (!store.HasAccount(account))
        {
            reader.Refuse(Codes.UnknownAccount, "The account in \"account_id\" does not exist.");
        }

        if (reader.Refusal is { } refusal)
        {
            call.Refuse(refusal);
            return;
        }

        Answers.WriteList(call.Body, "team_info_list"u8, nextToken, page, (json, team) =>
        {
            json.WriteNumber("team_id"u8, team.Id);
            json.WriteNumber("team_type"u8, team.Type);
            json.WriteNumber("member_count"u8, team.Members.All.Count);
            if (withMember && team.Members.Find(account) is { } member)
            {
                json.WriteStartObject("member_info"u8);
                WriteMember(json, member);
                json.WriteEndObject();
            }
        });

        static string Key(SandboxTeam team) => team.Id.ToString("D19", CultureInfo.InvariantCulture);
    }

    public void AnswerListMembers(UpstreamCall call)
    {
        var reader = new ParameterReader(call.Values, emptyRequiredCode: Codes.BadParameter);
        var teamId = reader.Number("team_id");
        var type = Choice(reader, "team_type", 1, 2);
        var team = store.FindTeam(teamId) is { } found && found.Type == type ? found : null;
        var roles = Roles(reader);
        var (page, nextToken) = MemberPage.Cut(
            reader, (team?.Members.All ?? []).Where(member => roles.Contains(member.Role)), member => member.AccountId);
        if (team is null)
        {
            reader.Refuse(Codes.UnknownTeam, "The team in \"team_id\" does not exist.");
        }

        if (reader.Refusal is { } refusal)
        {
            call.Refuse(refusal);
            return;
        }

        Answers.WriteList(call.Body, "items"u8, nextToken, page, (json, member) =>
        {
            json.WriteNumber("team_id"u8, teamId);
            WriteMember(json, member);
        });
    }

    /// <summary><c>member_type</c>: 0 all, 1 owner and managers, 2 ordinary members.</summary>
    private static MemberRole[] Roles(ParameterReader reader)
    {
        switch (reader.Optional("member_type"))
        {
            case null or "0":
                return [MemberRole.Owner, MemberRole.Manager, MemberRole.Ordinary];
            case "1":
                return [MemberRole.Owner, MemberRole.Manager];
            case "2":
                return [MemberRole.Ordinary];
            default:
                reader.Refuse(Codes.BadParameter, "\"member_type\" must be 0, 1 or 2.");
                return [];
        }
    }

    private static void WriteMember(Utf8JsonWriter json, SandboxMember member)
    {
        json.WriteString("account_id"u8, member.AccountId);
        json.WriteNumber("member_role"u8, (int)member.Role);
        json.WriteBoolean("chat_banned"u8, false);
        json.WriteNumber("join_time"u8, member.JoinTimeMs);
        json.WriteNumber("update_time"u8, member.JoinTimeMs);
    }

    private static long Choice(ParameterReader reader, string name, long one, long other)
    {
        var number = reader.Number(name);
        if (number != one && number != other)
        {
            reader.Refuse(Codes.BadParameter, $"\"{name}\" must be {one} or {other}.");
        }

        return number;
    }
}
