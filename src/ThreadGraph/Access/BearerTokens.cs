using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;

namespace ThreadGraph.Access;

/// <summary>How bearer tokens are checked, beyond what <c>Authentication:Schemes:Bearer</c> says, and whether it says enough.</summary>
internal sealed class BearerTokens(IConfiguration configuration, IHostEnvironment environment, TimeProvider time)
    : IPostConfigureOptions<JwtBearerOptions>, IValidateOptions<JwtBearerOptions>
{
    private const string Section = "Authentication:Schemes:Bearer";

    /// <inheritdoc />
    public void PostConfigure(string? name, JwtBearerOptions options)
    {
        // Not as checked options: what is wrong with them is theirs to report, and once.
        var settings = configuration.GetSection(AccessOptions.SectionName).Get<AccessOptions>() ?? new AccessOptions();
        var parameters = options.TokenValidationParameters;

        // Claims keep the names that they have in the token, for AccountClaim names one of them.
        options.MapInboundClaims = false;
        parameters.IssuerSigningKeys =
        [
            .. parameters.IssuerSigningKeys ?? [],
            .. settings.KeySetFile is { } file ? KeySetFile.TryRead(file) ?? [] : [],
        ];
        parameters.ValidAlgorithms = settings.Algorithms.Count > 0
            ? settings.Algorithms
            : SigningAlgorithms.Fitting([.. parameters.IssuerSigningKeys], HasAuthority(options));

        // The configuration alone would leave out what it does not name.
        parameters.ValidateIssuer = parameters.ValidateAudience = parameters.ValidateIssuerSigningKey = true;
        parameters.RequireSignedTokens = true;
        parameters.LifetimeValidator = (notBefore, expires, _, _) => IsNow(notBefore, expires, settings.ClockSkew);
    }

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, JwtBearerOptions options)
    {
        // In Development nobody needs to sign in.
        if (environment.IsDevelopment())
        {
            return ValidateOptionsResult.Success;
        }

        var parameters = options.TokenValidationParameters;
        var mistakes = new List<string>();
        if (!HasAuthority(options) && !parameters.IssuerSigningKeys.Any())
        {
            mistakes.Add(
                $"{Section}:Authority is missing; give the address of the issuer of tokens, or keys in {Section}:SigningKeys "
                + "or Access:KeySetFile.");
        }

        if (!HasAuthority(options) && parameters.ValidIssuer is null && parameters.ValidIssuers?.Any() is not true)
        {
            mistakes.Add($"{Section}:ValidIssuer is missing; give the \"iss\" of tokens. With an authority it is known.");
        }

        if (parameters.ValidAudience is null && parameters.ValidAudiences?.Any() is not true)
        {
            mistakes.Add($"{Section}:ValidAudience is missing; give the \"aud\" of the tokens that are for this server.");
        }

        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static bool HasAuthority(JwtBearerOptions options) =>
        !string.IsNullOrEmpty(options.Authority) || !string.IsNullOrEmpty(options.MetadataAddress);

    /// <summary>A token that does not say when it ends is not good.</summary>
    private bool IsNow(DateTime? notBefore, DateTime? expires, TimeSpan skew)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && now - skew < end && (notBefore is not { } begin || now + skew >= begin);
    }
}
