using ThreadGraph.Sandbox;
using ThreadGraph.Sandbox.Faults;

namespace ThreadGraph.Tests.Resilience;

/// <summary>Every fault of <c>thread_messages</c>, wherever it strikes.</summary>
public sealed class MessageFaultTests(FaultMatrix matrix) : IClassFixture<FaultMatrix>
{
    public static TheoryData<SandboxFault, bool, FaultPosition> Cases => FaultMatrix.Cases(SandboxApi.ThreadMessages);

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Fault_is_masked_or_told_and_nothing_read_is_lost(SandboxFault fault, bool isLasting, FaultPosition at) =>
        matrix.RunAsync(SandboxApi.ThreadMessages, fault, isLasting, at);
}
