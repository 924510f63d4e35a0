using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ThreadGraph.Sandbox.Faults;
using ThreadGraph.Sandbox.Tests.Support;
using ThreadGraph.Sandbox.Threads;

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
    public async Task Faults_of_the_configuration_hold_from_the_first_call_on()
    {
        await using var app = Program.Build(
        [
            "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None",
            "--Sandbox:Faults:0:Fault", "BusyCode", "--Sandbox:Faults:0:Api", "ThreadMessages",
            "--Sandbox:Faults:0:Probability", "0.5", "--Sandbox:Faults:0:Seed", "4",
            "--Sandbox:Faults:1:Fault", "RetryCode",
        ]);
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        var codes = new List<int>();
        for (var call = 0; call < 20; call++)
        {
            codes.Add((await http.GetStringAsync("/im/v2.1/messages/actions/thread_messages")).Code());
        }

        codes.Distinct().Order().ShouldBe([449, 503]);
        app.Services.GetRequiredService<SandboxStore>().Faults.All.Select(fault => fault.Rule).ShouldBe(
        [
            new FaultRule
            {
                Fault = SandboxFault.BusyCode, Api = SandboxApi.ThreadMessages, Probability = 0.5, Seed = 4,
            },
            new FaultRule { Fault = SandboxFault.RetryCode },
        ]);
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
