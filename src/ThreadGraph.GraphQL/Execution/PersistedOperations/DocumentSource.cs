namespace ThreadGraph.GraphQL.Execution;

/// <summary>The document that a request means.</summary>
/// <param name="Document">The document in UTF-8; as long-lived as the request.</param>
/// <param name="IsTrusted">Whether it is one of the server's own.</param>
/// <param name="NewHash">The hash to keep it by, once it has proved valid; none where it is not to be kept.</param>
internal readonly record struct DocumentSource(
    ReadOnlyMemory<byte> Document, bool IsTrusted = false, string? NewHash = null);
