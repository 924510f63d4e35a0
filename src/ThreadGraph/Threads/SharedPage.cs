using System.Collections.Concurrent;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Threads;

/// <summary>A page that one or several requests read by one call.</summary>
/// <remarks>
/// The call dies only with its last waiter, of whom its maker is the first. Those who share a page share what they read
/// behind it, too, even if they come to ask for it at different times; who comes later begins anew and sees what is new.
/// </remarks>
internal sealed class SharedPage
{
    private readonly TaskCompletionSource<ThreadPage> _page = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly Action _giveUp;
    private ConcurrentDictionary<PageKey, SharedPage>? _following;
    private int _waiters = 1;

    /// <param name="request">What is asked for.</param>
    public SharedPage(PageRequest request)
    {
        // Without a timer it holds nothing that would have to be disposed of.
        var cancellation = new CancellationTokenSource();
        (GivenUp, _giveUp, Request) = (cancellation.Token, cancellation.Cancel, request);
    }

    /// <summary>What was asked for.</summary>
    public PageRequest Request { get; }

    /// <summary>Ends the call when its last waiter has left.</summary>
    public CancellationToken GivenUp { get; }

    /// <summary>The page; there once <see cref="WaitAsync"/> has returned.</summary>
    public ThreadPage Page => _page.Task.GetAwaiter().GetResult();

    /// <summary>When the upstream answered; there once <see cref="WaitAsync"/> has returned.</summary>
    public DateTimeOffset ReadAt { get; private set; }

    /// <summary>The pages that were read behind this one; hardly ever more than one.</summary>
    public ConcurrentDictionary<PageKey, SharedPage> Following =>
        _following ?? Interlocked.CompareExchange(ref _following, new(concurrencyLevel: 1, capacity: 1), null) ?? _following;

    /// <summary>Gives the page to all waiters.</summary>
    public void Complete(ThreadPage page, DateTimeOffset readAt)
    {
        ReadAt = readAt;
        _page.SetResult(page);
    }

    /// <summary>Tells all waiters why there is no page.</summary>
    public void Fail(Exception exception)
    {
        if (exception is OperationCanceledException)
        {
            _page.SetCanceled();
        }
        else
        {
            _page.SetException(exception);
        }
    }

    /// <summary>Becomes a waiter. False where the call has failed or was given up.</summary>
    public bool TryEnter()
    {
        lock (_lock)
        {
            if (_page.Task.IsCompleted ? !_page.Task.IsCompletedSuccessfully : _waiters == 0)
            {
                return false;
            }

            _waiters++;
            return true;
        }
    }

    /// <summary>Waits for the page.</summary>
    /// <exception cref="YunxinException">The call failed.</exception>
    public async Task<SharedPage> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Leaving must not depend on a queue that may have stopped.
            await _page.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            return this;
        }
        finally
        {
            Leave();
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            if (--_waiters > 0 || _page.Task.IsCompleted)
            {
                return;
            }
        }

        _giveUp();
    }
}
