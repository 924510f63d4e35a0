using Microsoft.Extensions.Options;

namespace ThreadGraph.Access;

/// <summary>Checks what no range tells of <see cref="AccessOptions"/>.</summary>
internal sealed class AccessOptionsValidator : IValidateOptions<AccessOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, AccessOptions options)
    {
        List<string> mistakes =
        [
            .. options.Algorithms.Except(SigningAlgorithms.All)
                .Select(static a => $"Access:Algorithms names \"{a}\"; known are {string.Join(", ", SigningAlgorithms.All)}."),
        ];
        if (!AccountName.TryParse(options.DemoAccount, out _))
        {
            mistakes.Add($"Access:DemoAccount is \"{options.DemoAccount}\"; it must be {AccountName.Rule}.");
        }

        if (options.KeySetFile is { } file && KeySetFile.TryRead(file) is null)
        {
            mistakes.Add($"Access:KeySetFile is \"{file}\"; it must name a readable file that holds a JSON Web Key Set.");
        }

        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
