using ThreadGraph.Sandbox.Faults;

namespace ThreadGraph.Tests.Resilience;

/// <summary>Which call of an operation goes wrong.</summary>
public enum FaultPosition
{
    /// <summary>The first page of a thread of 250 replies, of which 20 are asked for.</summary>
    FirstCall,

    /// <summary>Page 2 of the 3 that the whole of that thread takes.</summary>
    MiddlePage,

    /// <summary>The only page of the seventh of 20 threads that are read at the same time.</summary>
    OneOfTwenty,
}

/// <summary>What an operation comes to.</summary>
/// <param name="Data">
/// Of the thread concerned: <c>all</c> that was asked for, <c>none</c> (it is null) or how many replies were read.
/// </param>
/// <param name="Code">The code of its one error; empty: there is none.</param>
/// <param name="Attempts">The calls that reached the upstream.</param>
/// <param name="MostAttempts">
/// Up to how many they may be; as many as <paramref name="Attempts"/> when left out. What is learnt about a host holds for
/// all its calls, and how many of those are under way by then is chance.
/// </param>
public sealed record FaultOutcome(string Data, string Code, long Attempts, long? MostAttempts = null)
{
    /// <summary>Whether what was seen is what is expected here.</summary>
    public bool Allows(FaultOutcome? seen) => seen is not null
        && (seen.Data, seen.Code) == (Data, Code) && seen.Attempts >= Attempts && seen.Attempts <= (MostAttempts ?? Attempts);

    public override string ToString() => $"{Data,-4} {Attempts,2}  {Code,-17}";
}

/// <summary>A fault and what it comes to, in each position.</summary>
/// <param name="Fault">What goes wrong.</param>
/// <param name="IsLasting">Whether it goes wrong at every attempt from then on, at both hosts; else once.</param>
/// <param name="FirstCall">In the first call.</param>
/// <param name="MiddlePage">In the middle of a long read.</param>
/// <param name="OneOfTwenty">In one of twenty threads.</param>
internal sealed record FaultRow(
    SandboxFault Fault, bool IsLasting, FaultOutcome FirstCall, FaultOutcome MiddlePage, FaultOutcome OneOfTwenty)
{
    public FaultOutcome At(FaultPosition position) => position switch
    {
        FaultPosition.FirstCall => FirstCall,
        FaultPosition.MiddlePage => MiddlePage,
        _ => OneOfTwenty,
    };
}
