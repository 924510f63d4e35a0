namespace ThreadGraph.Hosting.Ide;

/// <summary>The IDE that a browser finds at the GraphQL address; configuration section <c>Ide</c>.</summary>
public sealed class IdeOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Ide";

    /// <summary>Whether the page is served.</summary>
    /// <value>Default <see langword="true"/> in Development, <see langword="false"/> elsewhere.</value>
    public bool Enabled { get; set; }
}
