namespace ThreadGraph.GraphQL.Execution;

/// <summary>The documents of a folder, by ID.</summary>
/// <remarks>
/// An ID is what the client's compiler made of the document, so it is taken as it stands: MD5 in hexadecimal from Relay,
/// SHA-1 from graphql-codegen, SHA-256, or Base64, which in a file name is Base64url. Beside it, each document goes by
/// <see cref="DocumentHash"/>. All are read at start and found in memory, so no ID ever is part of a path.
/// </remarks>
internal sealed class TrustedDocuments
{
    public const string FileExtension = ".graphql";

    /// <summary>GraphQL over HTTP, appendix "Persisted Documents": the prefix of an ID that is a hash.</summary>
    private const string HashPrefix = "sha256:";

    private readonly Dictionary<string, ReadOnlyMemory<byte>> _byId = new(StringComparer.Ordinal);

    /// <summary>Reads a folder; one that is not there holds nothing (<see cref="TrustedFolderCheck"/>).</summary>
    public static TrustedDocuments Load(string? folder)
    {
        var documents = new TrustedDocuments();
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*" + FileExtension) : [])
        {
            documents.Add(System.IO.Path.GetFileNameWithoutExtension(file), File.ReadAllBytes(file));
        }

        return documents;
    }

    /// <summary>Finds a document by its ID.</summary>
    public bool TryGet(string id, out ReadOnlyMemory<byte> document) =>
        _byId.TryGetValue(id, out document)
        || _byId.TryGetValue(FileNameOf(id), out document)
        || (id.StartsWith(HashPrefix, StringComparison.Ordinal) && TryGet(id[HashPrefix.Length..], out document));

    /// <summary>What the file of a document is called, without its extension.</summary>
    public static string FileNameOf(string id) => id.TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private void Add(string id, byte[] document)
    {
        _byId[id] = document;
        _byId.TryAdd(DocumentHash.Of(document), document);
    }
}
