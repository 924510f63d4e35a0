using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.GraphQL.Execution;
using ThreadGraph.GraphQL.Tests.Types.Paging;
using ThreadGraph.GraphQL.Types;
using ThreadGraph.GraphQL.Types.Pagination;

namespace ThreadGraph.GraphQL.Tests.Execution.Cost;

/// <summary>Topics with trees of posts, and a server that limits what they cost. A page has two posts at most.</summary>
internal static class TopicSchema
{
    public static TestServer Server(long maxResultSize = 1000, long maxUpstreamCalls = 5, ICostModel? model = null) =>
        TestServer.Create(
            builder =>
            {
                builder.AddCostAnalyzer().ModifyCostOptions(options =>
                    (options.MaxResultSize, options.MaxUpstreamCalls) = (maxResultSize, maxUpstreamCalls));
                builder.Services.AddSingleton(model ?? new TopicCost());
            },
            typeof(Query));

    /// <summary>The answer to a query whose cost is asked for and that is not executed.</summary>
    public static async Task<string> Report(TestServer server, string query, string variables)
    {
        using var given = JsonDocument.Parse(variables);
        await using var scope = server.Services.CreateAsyncScope();
        using var result = await server.Executor.ExecuteAsync(
            new OperationRequest(Encoding.UTF8.GetBytes(query))
            {
                Services = scope.ServiceProvider,
                Variables = given.RootElement,
                CostMode = CostAnalyzerMode.ValidateAndReport,
            },
            default);
        return result.ToJson();
    }

    /// <summary>A topic costs a call, and one tree shows 2,000 posts at most.</summary>
    internal sealed class TopicCost : ICostModel
    {
        public long TreeSize => 2_000;

        public long EstimateUpstreamCalls(ISelection rootField) => rootField.Field.Name switch
        {
            "topic" => 1,
            "topics" => rootField.ArgumentValue<int[]>("ids").Length,
            _ => 0,
        };

        public long CountUpstreamCalls(IServiceProvider services) => 1;
    }

    [QueryType]
    public static class Query
    {
        public static Topic Topic => new(1);

        public static string[] Words => ["a", "b"];

        public static int[][] Table => [[1], [2]];

        [ListSize(SlicingArguments = ["ids"])]
        public static Topic[] GetTopics(int[] ids) => [.. ids.Select(id => new Topic(id))];

        [ListSize(SlicingArguments = ["count"], AssumedSize = 7)]
        public static Topic[] GetSome(int? count) => [.. Enumerable.Range(0, count ?? 7).Select(id => new Topic(id))];

        [UseConnection(DefaultPageSize = 3)]
        public static Connection<string> GetNames(PagingArguments paging) => new TextConnection<string>([]);
    }

    public sealed record Topic(int Id)
    {
        public int Id { get; init; } = Id;

        [UseConnection]
        [Recursive]
        public Connection<Post> GetReplies(PagingArguments paging) => Post.Page(paging);

        [UseConnection]
        [Flattened]
        public Connection<Post> GetPosts(PagingArguments paging) => Post.Page(paging);
    }

    public sealed class Post
    {
        public string Text => "T";

        public Topic Topic => new(1);

        [ListSize(IsBoundedByTree = true)]
        public IReadOnlyList<Post> Ancestors => [];

        [UseConnection]
        [Recursive]
        public Connection<Post> GetReplies(PagingArguments paging) => Page(paging);

        internal static Connection<Post> Page(PagingArguments paging) => new TextConnection<Post>(
            [.. Enumerable.Range(0, Math.Min(paging.First ?? paging.Last!.Value, 2)).Select(static _ => new Post())]);
    }
}
