using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Faults;

/// <summary>What is wrong with a rule, as sentences that begin with the name of the setting.</summary>
internal static class FaultRuleCheck
{
    private const int MaxDelayMs = 600_000;
    private const int MaxBodyBytes = 1024 * 1024 * 1024;

    /// <param name="rule">The rule.</param>
    /// <param name="prefix">What stands before a setting's name, such as <c>Sandbox:Faults:0:</c>.</param>
    public static IEnumerable<string> Mistakes(FaultRule rule, string prefix = "")
    {
        if (!Enum.IsDefined(rule.Fault))
        {
            yield return $"{prefix}Fault must be one of {string.Join(", ", Enum.GetNames<SandboxFault>())}.";
        }

        if (rule.Api is { } api && !Enum.IsDefined(api))
        {
            yield return $"{prefix}Api must be one of {string.Join(", ", Enum.GetNames<SandboxApi>())}.";
        }

        if (rule.AccountId is { } account && !AccountId.IsValid(account))
        {
            yield return $"{prefix}AccountId must be an account: 1 to 32 of letters, digits and _ @ . - characters.";
        }

        if (rule.Skip < 0)
        {
            yield return $"{prefix}Skip must be 0 or more, but is {rule.Skip}.";
        }

        if (rule.Count is < 1)
        {
            yield return $"{prefix}Count must be 1 or more, but is {rule.Count}.";
        }

        if (rule.DurationMs is < 1)
        {
            yield return $"{prefix}DurationMs must be 1 or more, but is {rule.DurationMs}.";
        }

        if (rule.Probability is not (> 0 and <= 1))
        {
            yield return FormattableString.Invariant(
                $"{prefix}Probability must be above 0 and at most 1, but is {rule.Probability}.");
        }

        if (rule.DelayMs is < 0 or > MaxDelayMs)
        {
            yield return $"{prefix}DelayMs must be 0 to {MaxDelayMs}, but is {rule.DelayMs}.";
        }

        if (rule.BodyBytes is < 1 or > MaxBodyBytes)
        {
            yield return $"{prefix}BodyBytes must be 1 to {MaxBodyBytes}, but is {rule.BodyBytes}.";
        }
    }
}
