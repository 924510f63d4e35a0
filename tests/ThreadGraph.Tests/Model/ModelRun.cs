using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ThreadGraph.Tests.Support;
using Xunit.Abstractions;

namespace ThreadGraph.Tests.Model;

/// <summary>How much one property tries, from which seed; it says so, and what it came to.</summary>
/// <remarks>
/// <c>CI=true</c> asks for all of it, a developer's own run for a tenth. A failure names its seeds; one of them, as
/// <c>THREADGRAPH_MODEL_SEED=seed,gamma,size</c>, repeats it, and any other hunts elsewhere.
/// </remarks>
internal sealed class ModelRun(string name, int threads, ITestOutputHelper output)
{
    private const string Shrunk = "\nShrunk:";
    private const int MostTriesToShrink = 400;
    private const ulong DefaultSeed = 20251122;
    private const ulong DefaultGamma = 7;

    private int _triesSinceFailure;

    public CostLedger Costs { get; } = new();

    public int Threads { get; set; }

    public int Queries { get; set; }

    public long Calls { get; set; }

    public long Rows { get; set; }

    /// <summary>A smaller case is sought for so long, and no longer: what does not fail ends the search.</summary>
    private void Try<T>(Action<T> property, T value)
    {
        if (_triesSinceFailure >= MostTriesToShrink)
        {
            return;
        }

        _triesSinceFailure += _triesSinceFailure > 0 ? 1 : 0;
        try
        {
            property(value);
        }
        catch
        {
            _triesSinceFailure = Math.Max(_triesSinceFailure, 1);
            throw;
        }
    }

    public void Count(IEnumerable<ReadRows> operations)
    {
        foreach (var read in operations)
        {
            Queries++;
            Calls += read.Calls;
            Rows += read.Rows;
        }
    }

    public void Check<T>(Arbitrary<T> values, Action<T> property)
    {
        var given = Environment.GetEnvironmentVariable("THREADGRAPH_MODEL_SEED")?.Split(',') ?? [];
        ulong Part(int index, ulong otherwise) => given.Length > index ? ulong.Parse(given[index], CultureInfo.InvariantCulture) : otherwise;
        var (seed, gamma) = (Part(0, DefaultSeed), Part(1, DefaultGamma) | 1);
        var isFull = Environment.GetEnvironmentVariable("CI") is "true" or "1";
        var config = Config.QuickThrowOnFailure
            .WithMaxTest(given.Length > 2 ? 1 : isFull ? threads : Math.Max(1, threads / 10))
            .WithQuietOnSuccess(true);
        config = given.Length > 2 ? config.WithReplay(seed, gamma, (int)Part(2, 0)) : config.WithReplay(seed, gamma);
        try
        {
            Prop.ForAll(values, value => Try(property, value)).Check(config);
        }
        catch (Exception failure) when (failure.Message.Contains(Shrunk, StringComparison.Ordinal))
        {
            // The case as it was found is long; the smallest one that fails says more.
            var message = failure.Message;
            var head = message[..message.IndexOf("Original:", StringComparison.Ordinal)];
            throw new ModelException($"{name}: {head}{message[message.IndexOf(Shrunk, StringComparison.Ordinal)..]}");
        }
        finally
        {
            string[] report =
            [
                $"Model: {name}: seed {seed},{gamma}; {Threads} threads, {Queries} queries, {Calls} upstream calls, {Rows} rows",
                .. Costs.Lines().Select(line => $"Model: {name}: {line}"),
            ];
            Array.ForEach(report, output.WriteLine);
            Repository.Report($"model, {name}", report);
        }

        Costs.Close();
    }
}

/// <summary>A property does not hold: the smallest case that was found, and its seeds.</summary>
internal sealed class ModelException(string message) : Exception(message);
