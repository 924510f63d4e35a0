namespace ThreadGraph.Tests.Access.Model;

/// <summary>Where a thread stands.</summary>
internal enum Place
{
    P2P,
    Team,
    SuperTeam,
    Channel,
}

/// <summary>A message; accounts are bits or numbers from 0 to 2.</summary>
/// <param name="Sender">Who sent it.</param>
/// <param name="Parent">The index of the reply that it answers; -1: the root.</param>
/// <param name="Receivers">Whom it names as its receivers; none: it is for all. In teams alone.</param>
/// <param name="Inclusive">Whether it is for those, or for all but them.</param>
/// <param name="Status">QChat: 1 recalled, 2 deleted; IM: such a message is not there any more.</param>
internal sealed record WorldMessage(int Sender, int Parent, int? Receivers, bool Inclusive, int Status);

/// <summary>A thread and who belongs to the place that it stands in.</summary>
/// <param name="Place">The kind of place.</param>
/// <param name="Members">The team's or server's members; of one-to-one, the two parties.</param>
/// <param name="Readers">Who may read the channel.</param>
/// <param name="Root">The root.</param>
/// <param name="IsRootGone">Whether the root has been taken away from above its replies.</param>
/// <param name="Replies">The replies.</param>
internal sealed record WorldThread(
    Place Place, int Members, int Readers, WorldMessage Root, bool IsRootGone, IReadOnlyList<WorldMessage> Replies)
{
    /// <summary>Whether an account may read anything here.</summary>
    public bool IsFor(int account) =>
        Has(Members, account) && (Place != Place.Channel || Has(Readers, account));

    /// <summary>Whether an account may know that this thread exists.</summary>
    public bool IsOpenTo(int account) => IsFor(account) && (IsRootGone || Sees(account, Root));

    /// <summary>Whether an account that is let in may see a message.</summary>
    public bool Sees(int account, WorldMessage message) =>
        Place is Place.P2P or Place.Channel
        || message.Receivers is not { } receivers
        || message.Sender == account
        || Has(receivers, account) == message.Inclusive;

    /// <summary>Whether the upstream still gives a message.</summary>
    public bool IsThere(WorldMessage message) => Place == Place.Channel || message.Status == 0;

    private static bool Has(int accounts, int account) => (accounts >> account & 1) == 1;
}

/// <summary>Some threads, all of which three accounts try to read.</summary>
/// <param name="Threads">The threads.</param>
/// <param name="Order">The accounts in the order in which they ask; the others know the cursors of the first.</param>
/// <param name="Pick">Which thread and message are asked for one by one.</param>
internal sealed record World(IReadOnlyList<WorldThread> Threads, IReadOnlyList<int> Order, int Pick)
{
    public const int Accounts = 3;
}
