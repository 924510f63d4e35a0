using System.Collections.Concurrent;

namespace ThreadGraph.Sandbox.Threads;

/// <content>Accounts, teams, QChat servers and channels.</content>
public sealed partial class SandboxStore
{
    private readonly ConcurrentDictionary<string, string> _accounts = new();
    private readonly ConcurrentDictionary<long, SandboxTeam> _teams = new();
    private readonly ConcurrentDictionary<long, SandboxMembers> _qchatServers = new();
    private readonly ConcurrentDictionary<(long Server, long Channel), SandboxChannel> _channels = new();

    internal IEnumerable<SandboxTeam> Teams => _teams.Values;

    /// <summary>Makes an account known; one that is known already is left as it is.</summary>
    /// <exception cref="ArgumentException">It is not an account ID.</exception>
    public void AddAccount(string accountId)
    {
        var id = AccountId.Normalize(accountId);
        _accounts.TryAdd(id, id);
    }

    /// <summary>Makes a QChat channel known, or replaces what was said of it.</summary>
    /// <param name="qchatServerId">The server (a community).</param>
    /// <param name="channelId">The channel in it.</param>
    /// <param name="members">Who may read it; <see langword="null"/>: every account. Another's call gets 403.</param>
    /// <param name="threadsEnabled">Whether the paid add-on "Thread" is on; without it every call gets 403.</param>
    public void AddChannel(
        long qchatServerId, long channelId, IEnumerable<string>? members = null, bool threadsEnabled = true)
    {
        var accounts = members?.Select(AccountId.Normalize).ToHashSet();
        foreach (var account in accounts ?? [])
        {
            AddAccount(account);
        }

        AddQChatServer(qchatServerId);
        _channels[(qchatServerId, channelId)] = new SandboxChannel(accounts, threadsEnabled);
    }

    /// <summary>Makes a team known, and its members with it.</summary>
    /// <param name="team">
    /// Made by <see cref="SandboxConversation.Team"/> or <see cref="SandboxConversation.SuperTeam"/>.
    /// </param>
    /// <param name="members">Those to be named; with none, and none named before, every account is a member.</param>
    /// <returns>The team's members, also when the team was known.</returns>
    /// <exception cref="ArgumentException">It is no team, or a team of the other kind has its ID.</exception>
    public SandboxMembers AddTeam(SandboxConversation team, params IEnumerable<SandboxMember> members)
    {
        if (team.Kind is not (ConversationKind.Team or ConversationKind.SuperTeam))
        {
            throw new ArgumentException("The conversation is not a team's.", nameof(team));
        }

        var added = _teams.GetOrAdd(team.TeamId, id => new SandboxTeam(id, team.Kind, new SandboxMembers(this)));
        if (added.Kind != team.Kind)
        {
            throw new ArgumentException($"Team {team.TeamId} is of the other kind already.");
        }

        return AddAll(added.Members, members);
    }

    /// <summary>Makes a QChat server (a community) known, and its members with it.</summary>
    /// <param name="qchatServerId">The server's ID.</param>
    /// <param name="members">Those to be named; with none, and none named before, every account is a member.</param>
    /// <returns>The server's members, also when the server was known.</returns>
    /// <remarks>A thread is held against its channel's members, not against these (upstream.md 5.4 and 11).</remarks>
    public SandboxMembers AddQChatServer(long qchatServerId, params IEnumerable<SandboxMember> members) =>
        AddAll(_qchatServers.GetOrAdd(qchatServerId, _ => new SandboxMembers(this)), members);

    internal bool HasAccount(string normalizedId) => _accounts.ContainsKey(normalizedId);

    internal bool HasTeam(long teamId, ConversationKind kind) =>
        FindTeam(teamId)?.Kind == kind;

    internal SandboxTeam? FindTeam(long teamId) => _teams.GetValueOrDefault(teamId);

    /// <returns>The members of a QChat server; null when there is no such server.</returns>
    internal SandboxMembers? FindQChatServer(long qchatServerId) => _qchatServers.GetValueOrDefault(qchatServerId);

    internal SandboxChannel? FindChannel(long serverId, long channelId) =>
        _channels.GetValueOrDefault((serverId, channelId));

    private static SandboxMembers AddAll(SandboxMembers list, IEnumerable<SandboxMember> members)
    {
        foreach (var member in members)
        {
            list.Add(member);
        }

        return list;
    }

    private void AddPlace(SandboxConversation conversation)
    {
        switch (conversation.Kind)
        {
            case ConversationKind.P2P:
                AddAccount(conversation.Accounts.One);
                AddAccount(conversation.Accounts.Other);
                return;
            case ConversationKind.Channel:
                AddQChatServer(conversation.QChatServerId);
                _channels.TryAdd((conversation.QChatServerId, conversation.ChannelId), new SandboxChannel(null, true));
                return;
            default:
                AddTeam(conversation);
                return;
        }
    }
}
