using ThreadGraph.Threads;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Access;

/// <summary>What an account may read. The upstream is not known to check it (upstream.md 3.3).</summary>
internal static class ThreadAccess
{
    /// <summary>
    /// A one-to-one thread is for its two parties, and no call is needed to know them. Who may read the others is found out
    /// before the first call for them (<see cref="MembershipCheck"/>).
    /// </summary>
    /// <exception cref="GraphQLException">
    /// Nobody has signed in, or the account may not read the thread, whether or not there is one.
    /// </exception>
    public static void Demand(Viewer viewer, ThreadKey thread)
    {
        var account = viewer.AccountId;
        if (thread is MessageThreadKey { ConversationType: YunxinConversationType.P2P } message
            && account != message.SenderId
            && account != message.ReceiverId)
        {
            throw Failures.Forbidden();
        }
    }
}
