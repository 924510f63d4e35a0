using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Execution;

public sealed class CancellationTests
{
    [Fact(DisplayName = "a resolver that never ends does not hold a request whose caller has given up")]
    public async Task Resolver_that_never_ends_does_not_hold_the_request()
    {
        using var caller = new CancellationTokenSource();
        var answer = Server(caller).Execute("{ text never }", cancellationToken: caller.Token);
        answer.IsCompleted.ShouldBeFalse();
        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(answer);
    }

    [Fact(DisplayName = "a resolver whose caller has given up comes to its end, so that it gives back what it holds")]
    public async Task Resolver_comes_to_its_end()
    {
        using var caller = new CancellationTokenSource();
        var held = new Held();
        var answer = Server(caller, held).Execute("{ holds }", cancellationToken: caller.Token);

        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(answer);
        held.Waiting.SetResult();

        await held.GivenBack.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact(DisplayName = "a caller who has given up before gets no answer, even of what is ready at once")]
    public async Task Caller_who_gave_up_before_gets_no_answer()
    {
        using var caller = new CancellationTokenSource();
        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(Server(caller).Execute("{ text }", cancellationToken: caller.Token));
    }

    [Fact(DisplayName = "a resolver's token is the caller's")]
    public async Task Resolver_sees_that_the_caller_gave_up()
    {
        using var caller = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(
            Server(caller).Execute("{ givesUp }", cancellationToken: caller.Token));
    }

    [Fact(DisplayName = "a mutation whose caller gives up begins no further field")]
    public async Task Mutation_begins_no_further_field()
    {
        using var caller = new CancellationTokenSource();
        var log = new MutationTests.EffectLog();
        var server = TestServer.Create(
            builder => builder.Services.AddSingleton(caller).AddSingleton(log).AddSingleton<Held>(), typeof(Query), typeof(Mutation));
        await Should.ThrowAsync<OperationCanceledException>(
            server.Execute("mutation { a: act(giveUp: true) b: act(giveUp: false) }", cancellationToken: caller.Token));
        log.ShouldBe(["act True"]);
    }

    [Fact(DisplayName = "a cancelled call is a failed field while the caller still waits")]
    public Task Cancelled_call_is_a_failed_field()
    {
        using var caller = new CancellationTokenSource();
        return Server(caller).Answers(
            "{ timesOut text }",
            """
            { "errors": [ { "message": "Unexpected execution error.", "locations": [ { "line": 1, "column": 3 } ],
                            "path": [ "timesOut" ], "extensions": { "code": "INTERNAL" } } ],
              "data": { "timesOut": null, "text": "T" } }
            """);
    }

    private static TestServer Server(CancellationTokenSource caller, Held? held = null) => TestServer.Create(
        builder => builder.Services.AddSingleton(caller).AddSingleton(held ?? new Held()), typeof(Query));

    /// <summary>What a resolver waits for, and what it gives back in the end.</summary>
    public sealed class Held
    {
        public TaskCompletionSource Waiting { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource GivenBack { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    [QueryType]
    public static class Query
    {
        public static string Text => "T";

        public static Task<string?> GetNeverAsync() => new TaskCompletionSource<string?>().Task;

        public static async Task<string?> GetGivesUpAsync(CancellationTokenSource caller, CancellationToken cancellationToken)
        {
            await Task.Yield();
            await caller.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            return "the token was another one";
        }

        public static async Task<string?> GetHoldsAsync(Held held)
        {
            try
            {
                await held.Waiting.Task;
                await Task.Yield();
                return "held";
            }
            finally
            {
                held.GivenBack.SetResult();
            }
        }

        public static async Task<string?> GetTimesOutAsync()
        {
            await Task.Yield();
            throw new TaskCanceledException();
        }
    }

    [MutationType]
    public static class Mutation
    {
        public static async Task<string?> ActAsync(bool giveUp, CancellationTokenSource caller, MutationTests.EffectLog log)
        {
            log.Add($"act {giveUp}");
            await Task.Yield();
            if (giveUp)
            {
                await caller.CancelAsync();
            }

            return "acted";
        }
    }
}
