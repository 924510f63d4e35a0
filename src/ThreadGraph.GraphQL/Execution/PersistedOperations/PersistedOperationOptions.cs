using System.ComponentModel.DataAnnotations;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>Documents that the server knows, so that a client need not send them.</summary>
public sealed class PersistedOperationOptions
{
    /// <summary>
    /// The folder of trusted documents, read once at start: each file is called by the document's ID, with <c>.graphql</c>
    /// behind it. Default: none.
    /// </summary>
    public string? Folder { get; set; }

    /// <summary>Whether trusted documents are executed and no others. Default <see langword="false"/>.</summary>
    public bool OnlyTrusted { get; set; }

    /// <summary>
    /// How many documents of clients are kept by their hashes (Apollo's automatic persisted queries), the latest ones.
    /// Unit: documents. Default: 1,000. Range: 0, which switches it off, to 100,000.
    /// </summary>
    [Range(0, 100_000)]
    public int MaxAutomatic { get; set; } = 1_000;

    /// <summary>
    /// How long a browser may keep the answer to a trusted query that came by GET, for the account that asked.
    /// Unit: time. Default: 0, so that it asks again each time. Range: 0 to 1 day.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan CacheLifetime { get; set; }
}
