namespace ThreadGraph.Tests.Support;

/// <summary>Tests that run after all others, one by one, as they look at the whole process or load it fully.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
