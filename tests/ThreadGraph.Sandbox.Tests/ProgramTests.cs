using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ThreadGraph.Sandbox.Tests.Support;

namespace ThreadGraph.Sandbox.Tests;

public sealed class ProgramTests
{
    [Fact]
    public async Task Alone_it_serves_both_groups_of_endpoints_at_the_address_given()
    {
        await using var app = Program.Build(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None"]);
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        (await http.GetStringAsync("/im/v2.1/messages/actions/thread_messages")).Code().ShouldBe(414);
        (await http.GetStringAsync("/sandbox/calls")).ShouldBeJson("""
            { "total": 1, "byApi": { "thread_messages": 1, "queryThreadTalkHistory": 0 } }
            """);
    }

    [Fact]
    public void Section_is_read_from_the_configuration()
    {
        var app = Program.Build(["--Sandbox:AppKey", "mine", "--Sandbox:Anchor", "SingleMessage"]);
        var options = app.Services.GetRequiredService<IOptions<SandboxOptions>>().Value;

        (options.AppKey, options.AppSecret, options.Anchor)
            .ShouldBe(("mine", "sandbox-secret", QChatAnchor.SingleMessage));
    }

    [Fact]
    public async Task Wrong_setting_keeps_it_from_starting()
    {
        await using var app = Program.Build(
            ["--urls", "http://127.0.0.1:0", "--Sandbox:CallsPerSecond", "-1", "--Logging:LogLevel:Default", "None"]);

        (await Should.ThrowAsync<OptionsValidationException>(() => app.StartAsync()))
            .Message.ShouldBe("Sandbox:CallsPerSecond must be 0 (no quota) to 50000, but is -1.");
    }
}
