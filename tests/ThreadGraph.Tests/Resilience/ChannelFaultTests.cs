using ThreadGraph.Sandbox;
using ThreadGraph.Sandbox.Faults;

namespace ThreadGraph.Tests.Resilience;

/// <summary>Every fault of <c>queryThreadTalkHistory</c>, wherever it strikes.</summary>
public sealed class ChannelFaultTests(FaultMatrix matrix) : IClassFixture<FaultMatrix>
{
    public static TheoryData<SandboxFault, bool, FaultPosition> Cases => FaultMatrix.Cases(SandboxApi.QueryThreadTalkHistory);

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Fault_is_masked_or_told_and_nothing_read_is_lost(SandboxFault fault, bool isLasting, FaultPosition at) =>
        matrix.RunAsync(SandboxApi.QueryThreadTalkHistory, fault, isLasting, at);
}
