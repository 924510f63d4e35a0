using ThreadGraph.Sandbox;
using ThreadGraph.Sandbox.Faults;
using static ThreadGraph.Sandbox.Faults.SandboxFault;

namespace ThreadGraph.Tests.Resilience;

/// <summary>
/// What every fault comes to. The numbers are upstream calls: without a fault the three operations cost 1, 3 and 20.
/// </summary>
internal static class FaultTable
{
    private static readonly FaultRow[] Common =
    [
        //    once                    first call, page 2 of 3, one of 20 threads
        Masked(Latency, 1, 3, 20),
        Masked(Hang, 2, 4, 21),
        Masked(ResetBeforeAnswer, 2, 4, 21),
        Masked(InternalServerError, 2, 4, 21),
        Masked(BadGateway, 2, 4, 21),
        Masked(ServiceUnavailable, 2, 4, 21),
        Masked(GatewayTimeout, 2, 4, 21),
        Masked(TooFrequent, 2, 4, 21),
        Masked(DuplicateRequest, 2, 4, 21),
        Masked(RetryCode, 2, 4, 21),
        Masked(InternalErrorCode, 2, 4, 21),
        Masked(BusyCode, 2, 4, 21),
        Masked(EmptyBody, 2, 4, 21),
        Failing(WrongContentType, "UPSTREAM_PROTOCOL", 1, 2, 20),
        Masked(TruncatedJson, 2, 4, 21),
        Masked(MalformedJson, 2, 4, 21),
        Failing(OversizedBody, "UPSTREAM_PROTOCOL", 1, 2, 20),
        Masked(SlowBody, 2, 4, 21),
        Masked(ResetMidBody, 2, 4, 21),
        Masked(OtherThread, 2, 4, 21),

        //    lasting, at both hosts  first call, page 2 of 3, one of 20 threads
        Lasting(ResetBeforeAnswer, "UPSTREAM_ERROR", 3, 4, 22),
        Lasting(ServiceUnavailable, "UPSTREAM_ERROR", 3, 4, 22),
        Lasting(TooFrequent, "UPSTREAM_BUSY", 3, 4, 22),
        Lasting(DuplicateRequest, "UPSTREAM_ERROR", 2, 3, 21),
        Lasting(RetryCode, "UPSTREAM_ERROR", 3, 4, 22),
        Lasting(InternalErrorCode, "UPSTREAM_ERROR", 3, 4, 22),
        Lasting(EmptyBody, "UPSTREAM_ERROR", 3, 4, 22),
        Lasting(TruncatedJson, "UPSTREAM_PROTOCOL", 3, 4, 22),
        Lasting(ResetMidBody, "UPSTREAM_ERROR", 3, 4, 22),
        Lasting(OtherThread, "UPSTREAM_PROTOCOL", 3, 4, 22),
    ];

    private static readonly FaultRow[] Messages =
    [
        .. Common,

        //    of pages                first call, page 2 of 3, one of 20 threads
        new(InvertedOrder, false, new("all", "", 3), new("all", "", 4), new("all", "", 21, 41)),
        Masked(UnchangedToken, 1, 3, 21),
        Masked(LoopingToken, 1, 5, 21),
        new(InvertedOrder, true, new("all", "", 2), new("100", "UPSTREAM_PROTOCOL", 4), new("all", "", 21, 40)),
        Masked(UnchangedToken, 1, 4, 21) with { IsLasting = true },
        new(LoopingToken, true, new("all", "", 1), new("200", "UPSTREAM_PROTOCOL", 4), new("all", "", 21)),
    ];

    private static readonly FaultRow[] Channels =
    [
        .. Common,

        //    of pages                first call, page 2 of 3, one of 20 threads
        new(InvertedOrder, false, new("all", "", 3), new("all", "", 5), new("all", "", 21, 41)),
        Masked(UnchangedToken, 1, 4, 20),
        Masked(LoopingToken, 1, 4, 20),
        new(InvertedOrder, true, new("all", "", 2), new("all", "", 4), new("all", "", 21, 40)),
        new(UnchangedToken, true, new("all", "", 1), new("100", "UPSTREAM_PROTOCOL", 4), new("all", "", 20)),
        new(LoopingToken, true, new("all", "", 1), new("100", "UPSTREAM_PROTOCOL", 4), new("all", "", 20)),
    ];

    public static FaultRow[] Of(SandboxApi api) => api is SandboxApi.ThreadMessages ? Messages : Channels;

    private static FaultRow Masked(SandboxFault fault, int firstCall, int middlePage, int oneOfTwenty) => new(
        fault, false, new("all", "", firstCall), new("all", "", middlePage), new("all", "", oneOfTwenty));

    private static FaultRow Failing(SandboxFault fault, string code, int firstCall, int middlePage, int oneOfTwenty) => new(
        fault, false, new("none", code, firstCall), new("100", code, middlePage), new("none", code, oneOfTwenty));

    private static FaultRow Lasting(SandboxFault fault, string code, int firstCall, int middlePage, int oneOfTwenty) =>
        Failing(fault, code, firstCall, middlePage, oneOfTwenty) with { IsLasting = true };
}
