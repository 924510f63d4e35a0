namespace ThreadGraph.Tests.Support;

/// <summary>The server over the demo threads, for all the tests of one class.</summary>
public sealed class DemoApp : IAsyncLifetime
{
    internal TestApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await TestApp.StartAsync();

    public async Task DisposeAsync() => await App.DisposeAsync();

    internal Task<Answer> QueryAsync(string query, object? variables = null) => App.QueryAsync(query, variables);
}
