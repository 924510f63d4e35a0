using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Validation;
using ThreadGraph.GraphQL.Validation.FieldMerging;

namespace ThreadGraph.GraphQL.Tests.Validation.FieldMerging;

/// <summary>What it costs to know whether fields conflict: the number of fields read.</summary>
public sealed class FieldConflictsTests
{
    [Theory]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public void Repeated_fields_are_read_a_few_times_each(int count) =>
        Valid($"{{ me {{ {Repeat(count, _ => "id ")} }} }}").Visits.ShouldBeLessThan(3 * count);

    [Theory]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public void Repeated_nested_fields_are_read_a_few_times_each(int count) =>
        Valid($"{{ {Repeat(count, _ => "me { posts { sentBy { id } } } ")} }}").Visits.ShouldBeLessThan(4 * 4 * count);

    [Theory]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public void Aliases_are_read_a_few_times_each(int count) =>
        Valid($"{{ {Repeat(count, i => $"a{i}: me {{ id name }} ")} }}").Visits.ShouldBeLessThan(3 * 3 * count);

    [Fact]
    public void A_bomb_of_spreads_reads_each_fragment_a_few_times() => Valid($$"""
        { me { ...F0 } }
        {{Repeat(30, i => $"fragment F{i} on Account {{ ...F{i + 1} ...F{i + 1} id }}")}}
        fragment F30 on Account { id }
        """).Visits.ShouldBeLessThan(5 * 31);

    [Fact]
    public void A_bomb_of_nested_spreads_reads_each_fragment_a_few_times() => Valid($$"""
        { me { ...F0 } }
        {{Repeat(30, i => $"fragment F{i} on Account {{ a: friends {{ ...F{i + 1} }} b: friends {{ ...F{i + 1} }} }}")}}
        fragment F30 on Account { id }
        """).Visits.ShouldBeLessThan(12 * 31);

    [Fact]
    public void A_large_fragment_spread_in_many_places_is_read_once() => Valid($$"""
        { {{Repeat(1_000, i => $"a{i}: me {{ id ...F }} ")}} }
        fragment F on Account { {{Repeat(1_000, i => $"x{i}: id ")}} }
        """).Visits.ShouldBeLessThan(10 * 2_000);

    [Fact]
    public void Many_operations_share_the_reading_of_a_fragment() => Valid($$"""
        {{Repeat(900, i => $"query Q{i} {{ ...F }} ")}}
        fragment F on Query { {{Repeat(1_200, i => $"x{i}: me {{ id }} ")}} }
        """).Visits.ShouldBeLessThan(10 * 3_300);

    [Fact]
    public void Fragments_deeper_than_the_stack_are_followed() => Valid($$"""
        { me { ...F0 } me { ...F0 } }
        {{Repeat(20_000, i => $"fragment F{i} on Account {{ friends {{ ...F{i + 1} }} ...on Node {{ id }} }}")}}
        fragment F20000 on Account { id }
        """).Visits.ShouldBeLessThan(20 * 20_000);

    [Fact]
    public void A_conflict_below_fragments_deeper_than_the_stack_is_reported() =>
        Errors($$"""
            { me { ...F0 } me { ...F0 } }
            {{Repeat(20_000, i => $"fragment F{i} on Account {{ friends {{ ...F{i + 1} }} }}")}}
            fragment F20000 on Account { a: id a: role }
            """)
        .ShouldBe(
        [
            "Fields \"a\" conflict because \"id\" and \"role\" are different fields. " +
            "Use different aliases on the fields to fetch both if this was intentional.",
        ]);

    [Fact]
    public void A_conflict_behind_too_many_comparisons_is_reported() =>
        Errors($"{{ {Repeat(2_000, _ => "me { id } ")} x: me {{ id }} x: account {{ id }} }}")
        .ShouldBe(
        [
            "Fields \"x\" conflict because \"me\" and \"account\" are different fields. " +
            "Use different aliases on the fields to fetch both if this was intentional.",
        ]);

    [Fact]
    public void Exponentially_many_unions_are_left_to_the_comparison_of_pairs()
    {
        var conflicts = Conflicts($"{{ me {{ ...S0 }} }} {ManyUnions(16)}");

        conflicts.Visits.ShouldBeGreaterThan(1_000_000);
        conflicts.AreNone.ShouldBeFalse();
        Errors($"{{ me {{ ...S0 }} }} {ManyUnions(16)}").ShouldBeEmpty();
    }

    [Fact]
    public void A_document_about_which_nothing_can_be_found_out_is_refused() =>
        Errors($"{{ me {{ {Repeat(2_000, _ => "id ")} ...S0 }} }} {ManyUnions(16)}")
        .ShouldBe(["The fields overlap in too many ways to tell whether they conflict. Use fewer fragments."]);

    /// <summary>
    /// Fragments whose response has 2^depth places with another union of selection sets at each, after the automaton
    /// that remembers which of the last letters were an a.
    /// </summary>
    private static string ManyUnions(int depth) =>
        Repeat(depth, i => $$"""
            fragment S{{i}} on Account { a: friends { ...S{{i + 1}} ...Q{{i + 1}}x0 } b: friends { ...S{{i + 1}} } }
            """) +
        $"fragment S{depth} on Account {{ id }}" +
        Repeat(depth, j => Repeat(depth + 1, i => j + 1 == depth || i == depth
            ? $"fragment Q{i}x{j} on Account {{ id }}"
            : $"fragment Q{i}x{j} on Account {{ a: friends {{ ...Q{i + 1}x{j + 1} }} " +
              $"b: friends {{ ...Q{i + 1}x{j + 1} }} }}"));

    private static FieldConflicts Valid(string document)
    {
        var conflicts = Conflicts(document);
        conflicts.AreNone.ShouldBeTrue();
        return conflicts;
    }

    private static FieldConflicts Conflicts(string document) =>
        new DocumentFacts(ChatSchema.Instance, Parse(document)).FieldConflicts;

    private static IEnumerable<string> Errors(string document) =>
        new DocumentValidator(new RuleSet(new OverlappingFieldsCanBeMergedRule()))
            .Validate(ChatSchema.Instance, Parse(document))
            .Select(error => error.Message);

    private static DocumentNode Parse(string document) => Utf8GraphQLParser.Parse(document, ParserOptions.Unlimited);

    private static string Repeat(int count, Func<int, string> part) =>
        string.Concat(Enumerable.Range(0, count).Select(part));
}
