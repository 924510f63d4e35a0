using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using ThreadGraph.Threads;

namespace ThreadGraph.Access;

/// <summary>Remembers for a short while who is a member and who is not; a question that is being asked is asked once.</summary>
/// <remarks>
/// It holds no more than so many answers, of which the oldest goes first: whoever asks for many groups to drive the
/// others' answers out pays for each with an upstream call of his own.
/// </remarks>
internal sealed class MembershipCache(IOptions<AccessOptions> options, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Membership, Entry> _entries = [];
    private readonly Queue<Entry> _oldestFirst = [];

    /// <summary>The answer, if it is known, or the one that is under way, or else the one to a new question.</summary>
    /// <param name="membership">Who, and of what.</param>
    /// <param name="ask">Asks. What fails is not remembered.</param>
    public Task<bool> GetOrAsk(Membership membership, Func<Task<bool>> ask)
    {
        Entry mine;
        lock (_lock)
        {
            if (TryFind_NeedsLock(membership, out var known))
            {
                return known.Answer.Task;
            }

            MakeRoom_NeedsLock();
            mine = new Entry(membership);
            _entries[membership] = mine;
            _oldestFirst.Enqueue(mine);
        }

        using (OutsideOfQueue.Enter())
        {
            _ = AskAsync(mine, ask);
        }

        return mine.Answer.Task;
    }

    private async Task AskAsync(Entry entry, Func<Task<bool>> ask)
    {
        try
        {
            var isMember = await ask();
            var settings = options.Value;
            entry.Until = time.GetUtcNow() + (isMember ? settings.MemberCacheTime : settings.NonMemberCacheTime);
            entry.Answer.SetResult(isMember);
        }
        catch (Exception exception)
        {
            lock (_lock)
            {
                Forget_NeedsLock(entry);
            }

            entry.Answer.SetException(exception);
        }
    }

    private bool TryFind_NeedsLock(Membership membership, [NotNullWhen(true)] out Entry? known) =>
        _entries.TryGetValue(membership, out known) && !IsOver(known);

    private void MakeRoom_NeedsLock()
    {
        while (_oldestFirst.TryPeek(out var oldest)
            && (_oldestFirst.Count >= options.Value.MembershipCacheSize || IsOver(oldest)))
        {
            _oldestFirst.Dequeue();
            Forget_NeedsLock(oldest);
        }
    }

    private void Forget_NeedsLock(Entry entry)
    {
        if (_entries.GetValueOrDefault(entry.Membership) == entry)
        {
            _entries.Remove(entry.Membership);
        }
    }

    private bool IsOver(Entry entry) => entry.Answer.Task.IsCompleted && time.GetUtcNow() >= entry.Until;

    private sealed class Entry(Membership membership)
    {
        public Membership Membership { get; } = membership;

        public TaskCompletionSource<bool> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>How long the answer holds; set before it is given.</summary>
        public DateTimeOffset Until { get; set; }
    }
}
