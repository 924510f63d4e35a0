using ThreadGraph.Sandbox;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Tests.Support;

/// <summary>The server over one thread that the test writes itself.</summary>
internal sealed class ChatApp : IAsyncDisposable
{
    private ChatApp(TestApp app, Chat chat) => (App, Chat) = (app, chat);

    public TestApp App { get; }

    public Chat Chat { get; }

    public static async Task<ChatApp> StartAsync(
        Action<Chat> write,
        SandboxConversation? conversation = null,
        SandboxOptions? sandbox = null,
        params string[] settings)
    {
        Chat chat = null!;
        var app = await TestApp.StartAsync(
            store =>
            {
                // Those who are named in no thread; a team or server whose members nobody names is open to them.
                store.AddAccount("bob");
                store.AddAccount("carol");
                write(chat = new Chat(store, conversation));
            },
            sandbox,
            settings: settings);
        return new ChatApp(app, chat);
    }

    /// <summary>Asks for fields of the thread.</summary>
    public Task<Answer> ThreadAsync(string selection, string? bearer = null) => App.QueryAsync(
        $$"""query($root: ThreadRootInput!) { thread(root: $root) { {{selection}} } }""", Chat.Variables, bearer);

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
