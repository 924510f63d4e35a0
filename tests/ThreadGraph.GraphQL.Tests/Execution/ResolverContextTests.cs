using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.GraphQL.Execution;
using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Tests.Types.Paging;
using ThreadGraph.GraphQL.Types;
using ThreadGraph.GraphQL.Types.Pagination;

namespace ThreadGraph.GraphQL.Tests.Execution;

public sealed class ResolverContextTests
{
    [Theory(DisplayName = "a resolver looks ahead at what is selected below, with the arguments' values")]
    [EachWay]
    public Task Resolver_looks_ahead(Resolve mode) =>
        On(mode).Answers(
            """
            query($n: Int = 4) {
              look { again: item(number: $n, text: "a") { name } item { other: name } ...more @skip(if: true) }
            }
            fragment more on Look { self { item { name } } }
            """,
            """
            { "data": { "look": { "again": { "name": "again=item(4,a)[name] item=item(,)[other]" },
                                  "item": { "other": "again=item(4,a)[name] item=item(,)[other]" } } } }
            """);

    [Theory(DisplayName = "a resolver looks ahead at the paging of a connection below")]
    [EachWay]
    public Task Resolver_looks_ahead_at_paging(Resolve mode) =>
        On(mode).Answers(
            "{ paging { page(last: 3, before: \"c\") { nodes } } }",
            """{ "data": { "paging": { "page": { "nodes": [ "last 3 before c" ] } } } }""");

    [Theory(DisplayName = "an error can be reported without failing the field, here or elsewhere below")]
    [EachWay]
    public Task Error_is_reported_without_failing_the_field(Resolve mode) =>
        On(mode).Answers(
            "{ parts }",
            """
            { "errors": [
                { "message": "one is missing", "locations": [ { "line": 1, "column": 3 } ], "path": [ "parts", 1 ] },
                { "message": "Unexpected execution error.", "locations": [ { "line": 1, "column": 3 } ], "path": [ "parts" ],
                  "extensions": { "code": "INTERNAL" } },
                { "message": "said in place", "locations": [ { "line": 9, "column": 9 } ], "path": [ "there" ],
                  "extensions": { "code": "THERE" } } ],
              "data": { "parts": [ "a", null, "c" ] } }
            """);

    [Theory(DisplayName = "the context knows its place, its parent and its arguments")]
    [EachWay]
    public Task Context_knows_its_place(Resolve mode) =>
        On(mode).Answers(
            "{ list { me: describe(number: 7) } }",
            """
            { "data": { "list": [ { "me": "list[0].me Place.describe of Place 0 with 7" },
                                  { "me": "list[1].me Place.describe of Place 1 with 7" } ] } }
            """);

    [Fact(DisplayName = "an argument that there is not is the resolver's mistake")]
    public Task Unknown_argument_is_a_mistake() =>
        On(Resolve.Immediately).Answers(
            "{ mistaken }",
            """
            { "errors": [ { "message": "Unexpected execution error.", "locations": [ { "line": 1, "column": 3 } ],
                            "path": [ "mistaken" ], "extensions": { "code": "INTERNAL" } } ],
              "data": { "mistaken": null } }
            """);

    [Theory(DisplayName = "services of a request live as long as the request, and are its own")]
    [EachWay]
    public async Task Services_are_the_requests_own(Resolve mode)
    {
        var server = TestServer.Create(
            builder => builder.Services.AddSingleton(new Timing(mode)).AddScoped<Visits>(), typeof(Query), typeof(VisitQuery));
        const string first = """{ "data": { "a": 1, "b": 2, "c": 3 } }""";
        await server.Answers("{ a: visit b: visit c: visitByContext }", first);
        await server.Answers("{ a: visit b: visit c: visitByContext }", first);
    }

    private static TestServer On(Resolve mode) => TestServer.Create(mode, typeof(Query));

    public sealed class Visits
    {
        public int Count { get; set; }
    }

    [QueryType]
    public static class VisitQuery
    {
        public static int GetVisit(Visits visits) => ++visits.Count;

        public static async Task<int> GetVisitByContextAsync(IResolverContext context)
        {
            await Task.Yield();
            return ++context.Services.GetRequiredService<Visits>().Count;
        }
    }

    public sealed class Look(string seen)
    {
        public Look Self => this;

        public Item GetItem(int? number, string? text) => new($"{seen}{number}{text}"[..seen.Length]);
    }

    public sealed record Item(string Name);

    public sealed class Paging(string seen)
    {
        [UseConnection]
        public Connection<string> GetPage(PagingArguments paging) =>
            new TextConnection<string>([seen], hasNextPage: paging.First is null);
    }

    public sealed record Place([property: GraphQLIgnore] int Number)
    {
        public ValueTask<string> GetDescribeAsync(int number, IResolverContext context, Timing timing) => timing.Answer(() =>
            $"{context.Path} {context.Selection.DeclaringType}.{context.Selection.Field} of Place {context.Parent<Place>().Number} " +
            $"with {context.ArgumentValue<int>("number")}");
    }

    [QueryType]
    public static class Query
    {
        public static ValueTask<Look> GetLookAsync(IResolverContext context, Timing timing) =>
            timing.Answer(new Look(string.Join(" ", context.Selection.Selections.Select(static s =>
                $"{s.ResponseName}={s.Field}({s.ArgumentValue<int?>("number")},{s.ArgumentValue<string>("text")})" +
                $"[{string.Join(",", s.Selections.Select(static below => below.ResponseName))}]"))));

        public static ValueTask<Paging> GetPagingAsync(IResolverContext context, Timing timing)
        {
            var paging = context.Selection.Selections[0].PagingArguments();
            return timing.Answer(new Paging($"last {paging.Last} before {paging.Before}"));
        }

        public static async ValueTask<IReadOnlyList<string?>> GetPartsAsync(IResolverContext context, Timing timing)
        {
            await timing.Answer(0);
            context.ReportError(new GraphQLException("one is missing"), context.Path.Append(1));
            context.ReportError(new InvalidOperationException("a secret"));
            context.ReportError(ErrorBuilder.New()
                .SetMessage("said in place")
                .SetCode("THERE")
                .SetPath(Path.FromName("there"))
                .SetLocations([new SourcePosition(9, 9)])
                .Build());
            return ["a", null, "c"];
        }

        public static ValueTask<IReadOnlyList<Place>> GetListAsync(Timing timing) =>
            timing.Answer<IReadOnlyList<Place>>([new Place(0), new Place(1)]);

        public static string? GetMistaken(IResolverContext context) => context.ArgumentValue<string>("nothing");
    }
}
