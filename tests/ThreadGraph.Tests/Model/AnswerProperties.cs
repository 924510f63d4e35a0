using System.Text.Json;
using ThreadGraph.Tests.Support;
using Xunit.Abstractions;

namespace ThreadGraph.Tests.Model;

/// <summary>Whatever a client asks for is answered as the model answers it, for the fewest upstream calls.</summary>
public sealed class AnswerProperties(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Unbounded = 10_000;
    private const int MostParents = 2;

    private ModelServer _server = null!;

    public async Task InitializeAsync() => _server = await ModelServer.StartAsync(Unbounded);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public void Every_answer_is_the_models() => Check("answers in IM", 700, Place.P2P, Place.Team, Place.SuperTeam);

    [Fact]
    public void Every_answer_is_the_models_in_channels() => Check("answers in channels", 400, Place.Channel);

    private void Check(string name, int threads, params Place[] places)
    {
        var run = new ModelRun(name, threads, output);
        run.Check(ModelCase.Cases(operations: 12, places), given =>
        {
            run.Threads++;
            AskAllAsync(given, run).GetAwaiter().GetResult();
        });
    }

    private async Task AskAllAsync(ModelCase given, ModelRun run)
    {
        var placed = new PlacedThread(_server.Store, given.Thread);
        var session = new Session(placed, new Tree(given.Thread), given.Thread);
        var all = new ThreadOperation(
            [new MessagesField(new Paging(true, 100), NodeFields.None)], Head: true, Coverage: true, Twice: false);
        foreach (var operation in given.Operations.Prepend(all))
        {
            if (operation is MessageOperation && session.Ids.Count == 0)
            {
                continue;
            }

            await AskAsync(session, operation, run);
        }

        await FetchParentsAsync(session, run);
        placed.Remove();
    }

    /// <summary>Whatever a reply answers can be fetched by its <c>parentId</c>, as far as it is there.</summary>
    private async Task FetchParentsAsync(Session session, ModelRun run)
    {
        foreach (var reply in session.Tree.Visible.Where(r => r.Parent is not null && session.Ids.ContainsKey(r.Id)).Take(MostParents))
        {
            var (child, _) = await _server.SendAsync(
                "query($id: ID!) { node(id: $id) { ... on Message { parentId } } }", new { id = session.Ids[reply.Id] });
            var id = child.GetProperty("node").GetProperty("parentId").GetString();
            var (parent, calls) = await _server.SendAsync(
                "query($id: ID!) { node(id: $id) { ... on Message { messageId } } }", new { id });
            run.Count([new ReadRows([], session.Placed, session.Tree), new ReadRows(calls, session.Placed, session.Tree)]);

            var node = parent.GetProperty("node");
            var found = node.ValueKind == JsonValueKind.Null ? null : node.GetProperty("messageId").GetString();
            var named = session.Tree.NamedBy(reply);
            found.ShouldBe(named is null ? null : $"{session.Placed.ServerId(named.Value)}", $"the parent of {reply}");
        }
    }

    private async Task AskAsync(Session session, Operation operation, ModelRun run)
    {
        var asked = session.Ask(operation);
        object variables = asked.Node is { } node ? new { id = session.Ids[node.Id] } : session.Placed.Thread.Variables();
        var (data, calls) = await _server.SendAsync(asked.Document, variables);
        var read = new ReadRows(calls, session.Placed, session.Tree);
        run.Count([read]);
        try
        {
            new AnswerCheck(session, asked, read).Check(data);
            run.Costs.Enter(asked, read, session, () => $"{operation}{string.Concat(asked.Lists.Select(l => $"; {l.Cursor} {l.Far} {l.Around}"))} on {session.Thread}: {Show(calls, session.Placed)}");
        }
        catch (Exception exception)
        {
            throw new ModelException(
                $"{exception.Message}\nDocument: {asked.Document}\nAnswer: {(data.ToString() is { Length: > 1500 } t ? t[..1500] : data)}\nCalls: {Show(calls, session.Placed)}");
        }
    }

    private static string Show(UpstreamCall[] calls, PlacedThread placed) => string.Concat(calls.Select(c => $"\n  {c.Show(placed)}"));
}
