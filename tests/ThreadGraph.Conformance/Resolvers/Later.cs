namespace ThreadGraph.Conformance.Resolvers;

/// <summary>Answers after a wait.</summary>
internal static class Later
{
    /// <summary>Waits none to three turns, so that siblings finish out of order.</summary>
    public static async ValueTask<T> Of<T>(int seed, Func<T> answer)
    {
        for (var turn = 0; turn < (seed & 3); turn++)
        {
            await Task.Yield();
        }

        return answer();
    }

    /// <summary>The same, as a task.</summary>
    public static Task<T> TaskOf<T>(int seed, Func<T> answer) => Of(seed, answer).AsTask();
}
