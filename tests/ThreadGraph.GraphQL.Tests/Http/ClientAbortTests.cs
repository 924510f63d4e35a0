using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ThreadGraph.GraphQL.Execution;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Http;

public sealed class ClientAbortTests
{
    [Fact]
    public async Task Client_that_leaves_stops_the_execution_and_logs_no_error()
    {
        var log = new ErrorLog();
        var executor = new WaitingExecutor();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton<IRequestExecutor>(executor);
        await using var app = builder.Build();
        var finished = new TaskCompletionSource<int>();
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
                finished.SetResult(context.Response.StatusCode);
            }
            catch (Exception exception)
            {
                finished.SetException(exception);
                throw;
            }
        });
        app.UseRouting();
        app.MapGraphQL();
        await app.StartAsync();
        using var client = app.GetTestClient();
        using var leaving = new CancellationTokenSource();

        var request = client.GetAsync("/graphql?query={a}", leaving.Token);
        await executor.Started.Task;
        await leaving.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(request);
        (await finished.Task).ShouldBe(499);
        log.Entries.ShouldBeEmpty();
    }

    private sealed class WaitingExecutor : IRequestExecutor
    {
        public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Schema Schema => throw new InvalidOperationException("Only the SDL needs the schema.");

        public async ValueTask<OperationResult> ExecuteAsync(
            OperationRequest request, CancellationToken cancellationToken)
        {
            Started.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("The wait has no other end.");
        }
    }

    private sealed class ErrorLog : ILoggerProvider, ILogger
    {
        public List<string> Entries { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Entries.Add(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
