namespace ThreadGraph.GraphQL.Types;

/// <summary>The integers that a double, and so every JSON reader, holds exactly: up to 2^53 - 1 either way.</summary>
internal static class SafeInteger
{
    private const long Largest = (1L << 53) - 1;

    /// <summary>Whether an integer is one of them.</summary>
    public static bool Includes(long value) => value is <= Largest and >= -Largest;
}
