namespace ThreadGraph.Sandbox.Demo;

/// <summary>SplitMix64 (Steele, Lea and Flood, 2014): the same numbers on every machine and in every version.</summary>
internal sealed class DemoRandom(long seed)
{
    private ulong _state = (ulong)seed;

    /// <returns>A number from 0 to below <paramref name="bound"/>.</returns>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>32 hex digits, as clients make them.</summary>
    public string ClientId() => $"{Next():x16}{Next():x16}";

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    private ulong Next()
    {
        var mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
