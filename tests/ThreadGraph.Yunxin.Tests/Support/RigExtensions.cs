namespace ThreadGraph.Yunxin.Tests.Support;

internal static class RigExtensions
{
    /// <summary>Scripts an answer that never comes; the task is done once a request waits for it.</summary>
    public static Task WaitsForever(this Rig rig)
    {
        var waiting = new TaskCompletionSource();
        rig.Upstream.Does(async (_, token) =>
        {
            waiting.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            return new HttpResponseMessage();
        });
        return waiting.Task;
    }
}
