namespace ThreadGraph.Sandbox.Upstream;

/// <summary>Why a call is not answered with data: a body code, and a sentence for whoever sent it.</summary>
/// <param name="Code">One of <see cref="Codes"/>.</param>
/// <param name="Message">What was expected; IM shows it as <c>msg</c>, QChat as <c>desc</c>.</param>
internal sealed record Refusal(int Code, string Message)
{
    public static Refusal TooFrequent { get; } =
        new(Codes.TooFrequent, "Too many calls; the API is closed for 10 seconds.");

    public static Refusal Duplicate(SandboxApi api) => new(
        Codes.DuplicateRequest, $"Header \"{api.RequestIdHeader()}\" repeats one of the last 60 seconds.");
}
