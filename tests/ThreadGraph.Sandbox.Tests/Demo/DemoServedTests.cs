using System.Text.Json;
using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Tests.Support;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Tests.Demo;

public sealed class DemoServedTests : IAsyncLifetime
{
    private Caller _caller = null!;

    public async Task InitializeAsync() => _caller = await Caller.StartAsync();

    public async Task DisposeAsync() => await _caller.DisposeAsync();

    [Fact]
    public async Task Every_thread_of_the_catalogue_is_served_whole()
    {
        foreach (var thread in DemoThreads.All)
        {
            var pages = thread.Conversation.Kind == ConversationKind.Channel
                ? await Walk.Talk(_caller, Caller.Form(thread))
                : await Walk.Messages(_caller, _caller.Parameters(thread));

            pages.Flat().Count.ShouldBe(thread.ReplyCount, thread.Name);
            pages.ShouldAllBe(page => page.Total == thread.ReplyCount, thread.Name);
        }
    }

    [Theory]
    [InlineData("/im/v2/messages/actions/thread_messages")]
    [InlineData("/im/v2.1/messages/actions/thread_messages")]
    public async Task Attachments_are_json_where_they_are_json_and_strings_elsewhere(string path)
    {
        using var json = JsonDocument.Parse(
            await _caller.Messages(_caller.Parameters(DemoThreads.Attachments), path));

        json.RootElement.GetProperty("data").GetProperty("messages").EnumerateArray()
            .Select(message => message.TryGetProperty("attachment", out var attachment)
                ? attachment.ValueKind.ToString()
                : "none")
            .ShouldBe(
            [
                "Object", "Object", "Object", "Object", "Object", "Object", "Object", "Object", "Object", "Object",
                "none", "Object", "Array", "String", "String", "Object", "Object", "Object", "String", "Object",
            ]);
    }

    [Fact]
    public async Task Text_of_every_script_arrives_as_it_was_written()
    {
        using var json = JsonDocument.Parse(await _caller.Messages(_caller.Parameters(DemoThreads.Unicode)));

        json.RootElement.GetProperty("data").GetProperty("messages").EnumerateArray()
            .Select(message => message.GetProperty("text").GetString())
            .ShouldBe(
            [
                "准备好了 👍🏽", "👨‍👩‍👧‍👦 一家人都来", "日本語と한국어とไทย", "שלום, مرحبا", "e\u0301 is not é",
                "Quotes \" and \\ and / and <b>&amp;</b>", "Line one\nline two\r\n\tindented",
                "\u0001 control \u001f \u007f", "𠮷野家 𝒳 🇨🇳", "\u2028 and \u2029 and \ufeff",
            ]);
    }
}
