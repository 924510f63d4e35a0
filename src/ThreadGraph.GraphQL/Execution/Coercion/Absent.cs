namespace ThreadGraph.GraphQL.Execution;

/// <summary>Stands for a value that was not given, which is another thing than one given as null.</summary>
internal sealed class Absent
{
    private Absent()
    {
    }

    public static readonly Absent Value = new();
}
