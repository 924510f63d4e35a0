using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>Whether an account may ask for threads of a channel (upstream.md 5.4).</summary>
internal static class ChannelAccess
{
    /// <param name="store">Knows accounts and channels.</param>
    /// <param name="accountId">In whose name the call is made; null: in nobody's, which is let in.</param>
    /// <param name="qchatServerId">The server (a community).</param>
    /// <param name="channelId">The channel in it.</param>
    /// <returns>Null when it may.</returns>
    public static Refusal? Check(SandboxStore store, string? accountId, long qchatServerId, long channelId)
    {
        if (accountId is not null && !store.HasAccount(accountId))
        {
            return new Refusal(Codes.NotFound, "The account in \"accid\" does not exist.");
        }

        if (store.FindChannel(qchatServerId, channelId) is not { } channel)
        {
            return new Refusal(Codes.NotFound, "The channel of \"serverId\" and \"channelId\" does not exist.");
        }

        if (!channel.ThreadsEnabled)
        {
            return new Refusal(Codes.NoPermission, "The add-on \"Thread\" is not enabled.");
        }

        // That accid is held against the members is a presumption [?] (upstream.md 5.4).
        return accountId is null || channel.MayRead(accountId)
            ? null
            : new Refusal(Codes.NoPermission, "The account in \"accid\" may not read this channel.");
    }
}
