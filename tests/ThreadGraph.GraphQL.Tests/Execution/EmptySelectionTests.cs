using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Execution;

public sealed class EmptySelectionTests
{
    [Theory(DisplayName = "an operation whose every field is skipped answers an empty object")]
    [InlineData("query")]
    [InlineData("mutation")]
    public Task Skipped_fields_leave_an_empty_object(string operation) =>
        TestServer.Create(typeof(Query), typeof(Mutation)).Answers(
            operation + " ($no: Boolean!) { count @include(if: $no) }",
            """{ "data": {} }""",
            """{ "no": false }""");

    [QueryType]
    internal static class Query
    {
        public static int Count() => 1;
    }

    [MutationType]
    internal static class Mutation
    {
        public static int Count() => 1;
    }
}
