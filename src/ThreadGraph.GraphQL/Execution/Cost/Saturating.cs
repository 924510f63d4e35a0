namespace ThreadGraph.GraphQL.Execution;

/// <summary>Arithmetic that stops at a largest number instead of going beyond it. No number is negative.</summary>
internal static class Saturating
{
    /// <summary>The largest number: 2^53 - 1, which every JSON reader takes as it stands.</summary>
    public const long Most = (1L << 53) - 1;

    public static long Add(long left, long right) => Math.Min(Most, Math.Min(left, Most) + Math.Min(right, Most));

    public static long Multiply(long left, long right) => left == 0 || right <= Most / left ? left * right : Most;
}
