using ThreadGraph.Access;
using ThreadGraph.Threads;

namespace ThreadGraph.Types;

/// <summary>Everything that can be read.</summary>
[QueryType]
internal static partial class Query
{
    /// <summary>The most roots that `threads` takes.</summary>
    private const int MaxThreads = 50;

    /// <summary>The account on whose behalf this request reads.</summary>
    public static Account GetViewer(Viewer viewer) => new(viewer.AccountId);

    /// <summary>One thread, named by its root message. Null, with an error, when it cannot be read.</summary>
    /// <param name="root">The thread's root.</param>
    /// <param name="context">What is selected below.</param>
    /// <param name="roots">Reads names of threads.</param>
    /// <param name="threads">Opens threads.</param>
    public static async ValueTask<Thread?> GetThreadAsync(
        ThreadRootInput root, IResolverContext context, ThreadRoots roots, ThreadReader threads) =>
        await threads.OpenAsync(roots.Parse(root), context);

    /// <summary>Several threads at once, at most 50; each resolves, or fails, on its own.</summary>
    /// <param name="roots">The threads' roots. One that is named twice is read once.</param>
    /// <param name="context">What is selected below.</param>
    /// <param name="threadRoots">Reads names of threads.</param>
    /// <param name="threads">Opens threads.</param>
    [ListSize(SlicingArguments = ["roots"])]
    public static async ValueTask<IReadOnlyList<Thread?>> GetThreadsAsync(
        IReadOnlyList<ThreadRootInput> roots, IResolverContext context, ThreadRoots threadRoots, ThreadReader threads)
    {
        if (roots.Count > MaxThreads)
        {
            throw Failures.BadInput("roots", $"\"roots\" names {roots.Count} threads, but at most {MaxThreads} are allowed at once.");
        }

        return await Task.WhenAll(roots.Select(async (root, index) =>
        {
            try
            {
                return await threads.OpenAsync(threadRoots.Parse(root), context);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                context.ReportError(exception, context.Path.Append(index));
                return null;
            }
        }));
    }
}
