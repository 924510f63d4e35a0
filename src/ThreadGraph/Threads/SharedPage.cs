using System.Collections.Concurrent;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Threads;

/// <summary>A page that one or several requests read by one call.</summary>
/// <remarks>
/// The call dies only with its last waiter. Those who share a page share what they read behind it, too, even if they come to
/// ask for it at different times; who comes later begins anew and sees what is new.
/// </remarks>
internal sealed class SharedPage
{
    private readonly TaskCompletionSource<ThreadPage> _page = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly CancellationToken _givenUp;
    private readonly Action _giveUp;
    private ConcurrentDictionary<PageKey, SharedPage>? _following;
    private int _waiters = 1;

    /// <param name="request">What is asked for.</param>
    public SharedPage(PageRequest request)
    {
        // Without a timer it holds nothing that would have to be disposed of.
        var cancellation = new CancellationTokenSource();
        (_givenUp, _giveUp, Request) = (cancellation.Token, cancellation.Cancel, request);
    }

    /// <summary>What was asked for.</summary>
    public PageRequest Request { get; }

    /// <summary>The page; there once <see cref="WaitAsync"/> has returned.</summary>
    public ThreadPage Page => _page.Task.GetAwaiter().GetResult();

    /// <summary>When the upstream answered; there once <see cref="WaitAsync"/> has returned.</summary>
    public DateTimeOffset ReadAt { get; private set; }

    /// <summary>The pages that were read behind this one; hardly ever more than one.</summary>
    public ConcurrentDictionary<PageKey, SharedPage> Following =>
        _following ?? Interlocked.CompareExchange(ref _following, new(concurrencyLevel: 1, capacity: 1), null) ?? _following;

    /// <summary>Makes the call. Its maker is the first waiter.</summary>
    /// <param name="call">The call.</param>
    /// <param name="time">The clock.</param>
    /// <param name="ending">Told whether it went well, before any waiter is: who comes after those must not find this page.</param>
    public async Task RunAsync(Func<CancellationToken, Task<ThreadPage>> call, TimeProvider time, Action<bool> ending)
    {
        try
        {
            var page = await call(_givenUp);
            ReadAt = time.GetUtcNow();
            ending(true);
            _page.SetResult(page);
        }
        catch (OperationCanceledException)
        {
            ending(false);
            _page.SetCanceled();
        }
        catch (Exception exception)
        {
            ending(false);
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
