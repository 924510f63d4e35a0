using Microsoft.Extensions.Options;
using ThreadGraph.Sandbox.Faults;

namespace ThreadGraph.Sandbox;

/// <summary>Reports every wrong setting at once, with key and range; never with a secret's value.</summary>
internal sealed class SandboxOptionsValidator : IValidateOptions<SandboxOptions>
{
    private const int MaxTextLength = 128;
    private const int MaxCallsPerSecond = 50_000;

    public ValidateOptionsResult Validate(string? name, SandboxOptions options)
    {
        var mistakes = Mistakes(options).ToList();
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    internal static IEnumerable<string> Mistakes(SandboxOptions options)
    {
        if (!IsText(options.AppKey))
        {
            yield return $"Sandbox:AppKey must have 1 to {MaxTextLength} characters.";
        }

        if (!IsText(options.AppSecret))
        {
            yield return $"Sandbox:AppSecret must have 1 to {MaxTextLength} characters.";
        }

        if (options.CallsPerSecond is < 0 or > MaxCallsPerSecond)
        {
            yield return $"Sandbox:CallsPerSecond must be 0 (no quota) to {MaxCallsPerSecond}, "
                + $"but is {options.CallsPerSecond}.";
        }

        if (!Enum.IsDefined(options.Anchor))
        {
            yield return "Sandbox:Anchor must be Position or SingleMessage.";
        }

        foreach (var mistake in options.Faults.SelectMany(
            (rule, index) => FaultRuleCheck.Mistakes(rule, $"Sandbox:Faults:{index}:")))
        {
            yield return mistake;
        }
    }

    private static bool IsText(string? value) => value is { Length: > 0 and <= MaxTextLength };
}
