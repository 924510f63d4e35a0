using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace ThreadGraph.Tests.Resilience;

/// <summary>Counts requests and judges their answers.</summary>
internal sealed class SoakTally
{
    private long _requests;
    private long _failed;

    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>Requests whose answer has an error.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>What was wrong with answers.</summary>
    public ConcurrentQueue<string> Wrong { get; } = [];

    /// <summary>How often each error code was seen.</summary>
    public ConcurrentDictionary<string, int> Codes { get; } = new();

    /// <summary>Judges an answer: it must be as expected; where it has errors, in what it has.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="answer">The whole answer.</param>
    /// <param name="isRight">Compares the data; it is told whether the answer is to be whole.</param>
    /// <returns>Whether it was whole and right.</returns>
    public bool Judge(string operation, JsonNode answer, Func<JsonNode, bool, bool> isRight)
    {
        Interlocked.Increment(ref _requests);
        var isWhole = answer["errors"] is null;
        if (!isWhole)
        {
            Interlocked.Increment(ref _failed);
            foreach (var error in answer["errors"]!.AsArray())
            {
                Codes.AddOrUpdate(error!["extensions"]!["code"]!.GetValue<string>(), 1, static (_, count) => count + 1);
            }
        }

        if (answer["data"] is { } data && isRight(data, isWhole))
        {
            return isWhole;
        }

        Wrong.Enqueue($"{operation}: {answer.ToJsonString()}");
        return false;
    }
}
