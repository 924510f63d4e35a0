using System.Reflection;
using Xunit.Sdk;

namespace ThreadGraph.GraphQL.Tests.Execution;

/// <summary>A service that lets the resolvers of a test answer at once or after an await.</summary>
public sealed class Timing(Resolve mode)
{
    private int _calls;

    public ValueTask<T> Answer<T>(T value) => Answer(() => value);

    public async ValueTask<T> Answer<T>(Func<T> value)
    {
        if (mode == Resolve.AfterAwait || (mode == Resolve.InTurn && _calls++ % 2 == 0))
        {
            await Task.Yield();
        }

        return value();
    }
}

/// <summary>Runs a test once for each way in which resolvers can answer; one answer is expected.</summary>
public sealed class EachWayAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        Enum.GetValues<Resolve>().Select(static mode => new object[] { mode });
}

/// <summary>Things that resolvers wait for and the test opens one by one.</summary>
public sealed class Gates
{
    private readonly Dictionary<string, TaskCompletionSource> _gates = [];

    public Task At(string name) => Gate(name).Task;

    public void Open(string name) => Gate(name).SetResult();

    private TaskCompletionSource Gate(string name)
    {
        lock (_gates)
        {
            return _gates.TryGetValue(name, out var gate) ? gate : _gates[name] = new TaskCompletionSource();
        }
    }
}
