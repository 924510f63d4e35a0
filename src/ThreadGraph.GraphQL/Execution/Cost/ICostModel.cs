namespace ThreadGraph.GraphQL.Execution;

/// <summary>What only the server knows of the cost of its fields: the engine sees page sizes and nothing behind them.</summary>
public interface ICostModel
{
    /// <summary>
    /// The most objects that one tree of <see cref="Types.RecursiveAttribute"/> fields can show in one answer; always the same.
    /// </summary>
    long TreeSize { get; }

    /// <summary>The most upstream calls that a root field may need at worst, with all that is selected below it.</summary>
    /// <remarks>
    /// Asked before anything is resolved; it must be quick, and must not throw. What it answers is remembered with the
    /// operation, so it may follow from nothing but the selections and, of their arguments, from integers and flags, from the
    /// lengths of lists, and from whether others are given, null or of no use: never from the text of a string, for instance,
    /// nor from what is inside a list or an input object.
    /// </remarks>
    long EstimateUpstreamCalls(ISelection rootField);

    /// <summary>The upstream calls that a request has made, by what its services have counted.</summary>
    long CountUpstreamCalls(IServiceProvider services);
}
