using ThreadGraph.GraphQL.Execution;

namespace ThreadGraph.GraphQL.Tests.Execution.PersistedOperations;

public sealed class AutomaticDocumentsTests
{
    [Fact]
    public void Oldest_document_makes_room_for_the_newest()
    {
        var documents = new AutomaticDocuments(capacity: 2);
        documents.Add("a", "A"u8);
        documents.Add("b", "B"u8);
        documents.Add("a", "A"u8);
        documents.Add("c", "C"u8);

        Known(documents, "a", "b", "c").ShouldBe(["b", "c"]);
    }

    [Fact(DisplayName = "all documents together have sixteen MiB at most")]
    public void Bytes_are_bounded_too()
    {
        var documents = new AutomaticDocuments(capacity: 1000);
        var nineMiB = new byte[9 * 1024 * 1024];
        documents.Add("a", nineMiB);
        documents.Add("b", nineMiB);
        documents.Add("c", new byte[17 * 1024 * 1024]);

        Known(documents, "a", "b", "c").ShouldBe(["b"]);
    }

    private static IEnumerable<string> Known(AutomaticDocuments documents, params string[] hashes) =>
        hashes.Where(hash => documents.TryGet(hash, out _));
}
