using ThreadGraph.Sandbox.Faults;

namespace ThreadGraph.Sandbox.Tests;

public sealed class SandboxOptionsTests
{
    [Fact]
    public void Defaults_are_the_documented_ones()
    {
        var options = new SandboxOptions();

        options.AppKey.ShouldBe("sandbox");
        options.AppSecret.ShouldBe("sandbox-secret");
        options.CallsPerSecond.ShouldBe(0);
        options.Anchor.ShouldBe(QChatAnchor.Position);
        SandboxOptionsValidator.Mistakes(options).ShouldBeEmpty();
    }

    [Fact]
    public void Every_mistake_is_reported_at_once()
    {
        var options = new SandboxOptions
        {
            AppKey = "",
            AppSecret = new string('s', 129),
            CallsPerSecond = 50_001,
            Anchor = (QChatAnchor)7,
            Faults = { new FaultRule { Fault = SandboxFault.Hang, Skip = -1, Probability = 0 } },
        };

        SandboxOptionsValidator.Mistakes(options).ShouldBe(
        [
            "Sandbox:AppKey must have 1 to 128 characters.",
            "Sandbox:AppSecret must have 1 to 128 characters.",
            "Sandbox:CallsPerSecond must be 0 (no quota) to 50000, but is 50001.",
            "Sandbox:Anchor must be Position or SingleMessage.",
            "Sandbox:Faults:0:Skip must be 0 or more, but is -1.",
            "Sandbox:Faults:0:Probability must be above 0 and at most 1, but is 0.",
        ]);
    }
}
