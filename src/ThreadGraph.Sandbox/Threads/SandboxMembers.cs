using System.Collections.Concurrent;

namespace ThreadGraph.Sandbox.Threads;

/// <summary>The members of a team or of a QChat server; they come and go while it is asked.</summary>
/// <remarks>
/// A list is open until somebody is named: every account is a member then. So threads can be put into teams and servers
/// about whose members a test has nothing to say.
/// </remarks>
public sealed class SandboxMembers
{
    private readonly ConcurrentDictionary<string, SandboxMember> _members = new();
    private readonly SandboxStore _store;

    internal SandboxMembers(SandboxStore store) => _store = store;

    /// <summary>Whether every account is a member, because none was ever named.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>The members that were named, sorted by account.</summary>
    public IReadOnlyList<SandboxMember> All =>
        [.. _members.Values.OrderBy(member => member.AccountId, StringComparer.Ordinal)];

    /// <summary>Names a member, or replaces what was said of it; its account becomes known.</summary>
    /// <returns>This list.</returns>
    /// <exception cref="ArgumentException">It is not an account ID.</exception>
    public SandboxMembers Add(SandboxMember member)
    {
        member = member with { AccountId = AccountId.Normalize(member.AccountId) };
        _store.AddAccount(member.AccountId);
        _members[member.AccountId] = member;
        IsOpen = false;
        return this;
    }

    /// <summary>Takes a member away; the list is not open again, even when it is empty.</summary>
    /// <returns>False when the account was not named.</returns>
    public bool Remove(string accountId)
    {
        IsOpen = false;
        return _members.TryRemove(AccountId.Normalize(accountId), out _);
    }

    /// <summary>Whether an account is a member.</summary>
    public bool Contains(string accountId) => Has(AccountId.Normalize(accountId));

    internal bool Has(string normalizedId) => IsOpen || _members.ContainsKey(normalizedId);

    internal SandboxMember? Find(string normalizedId) => _members.GetValueOrDefault(normalizedId);
}
