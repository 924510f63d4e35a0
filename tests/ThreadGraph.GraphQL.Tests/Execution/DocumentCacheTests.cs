using System.Text;
using ThreadGraph.GraphQL.Execution;
using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Tests.Execution;

public sealed class DocumentCacheTests
{
    [Fact(DisplayName = "a document is found by its bytes, wherever they lie")]
    public void Document_is_found_by_its_bytes()
    {
        var cache = new DocumentCache(10);
        var document = Add(cache, "{ a }");
        cache.TryGet("{ a }"u8, out var found).ShouldBeTrue();
        found.ShouldBeSameAs(document);
        cache.TryGet("{ b }"u8, out _).ShouldBeFalse();
        cache.TryGet("{ a } "u8, out _).ShouldBeFalse();
    }

    [Fact(DisplayName = "never more are kept than there is room for")]
    public void Cache_is_bounded()
    {
        var cache = new DocumentCache(10);
        for (var i = 0; i < 100; i++)
        {
            Add(cache, $"{{ a{i} }}");
            Enumerable.Range(0, 100).Count(n => Has(cache, $"{{ a{n} }}")).ShouldBeLessThanOrEqualTo(10);
        }
    }

    [Fact(DisplayName = "never more bytes are kept than there is room for, and the newest document is")]
    public void Cache_is_bounded_in_bytes()
    {
        var cache = new DocumentCache(100, maxBytes: 60);
        for (var i = 10; i < 90; i++)
        {
            // Seven bytes each, so eight of them fit.
            Add(cache, $"{{ a{i} }}");
            Enumerable.Range(10, 80).Count(n => Has(cache, $"{{ a{n} }}")).ShouldBeInRange(1, 8);
        }
    }

    [Fact(DisplayName = "what is in use survives what is asked for once")]
    public void What_is_in_use_survives()
    {
        var cache = new DocumentCache(10);
        Add(cache, "{ used }");
        for (var i = 0; i < 1000; i++)
        {
            Add(cache, $"{{ a{i} }}").IsUsed = false;
            cache.TryGet("{ used }"u8, out _).ShouldBeTrue($"after {i} others");
        }
    }

    [Fact(DisplayName = "a document that was dropped can come back")]
    public void Dropped_document_can_come_back()
    {
        var cache = new DocumentCache(2);
        for (var i = 0; i < 10; i++)
        {
            Add(cache, $"{{ a{i} }}");
        }

        var again = Add(cache, "{ a0 }");
        cache.TryGet("{ a0 }"u8, out var found).ShouldBeTrue();
        found.ShouldBeSameAs(again);
    }

    private static CachedDocument Add(DocumentCache cache, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var document = new CachedDocument(Utf8GraphQLParser.Parse(new SourceText(bytes)));
        cache.Add(bytes, document);
        return document;
    }

    private static bool Has(DocumentCache cache, string text)
    {
        if (!cache.TryGet(Encoding.UTF8.GetBytes(text), out var found))
        {
            return false;
        }

        found.IsUsed = false;
        return true;
    }
}
