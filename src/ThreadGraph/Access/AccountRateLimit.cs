using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace ThreadGraph.Access;

/// <summary>Bounds how many requests of one account are under way at once.</summary>
internal sealed class AccountRateLimit(IOptions<AccessOptions> options) : IRateLimiterPolicy<string>
{
    /// <summary>The policy's name.</summary>
    public const string Name = "account";

    /// <summary>Nobody knows when one of the others will be done; soon, as each has a deadline.</summary>
    private const int RetryAfterSeconds = 1;

    /// <inheritdoc />
    public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected => RefuseAsync;

    /// <inheritdoc />
    public RateLimitPartition<string> GetPartition(HttpContext httpContext)
    {
        var viewer = httpContext.RequestServices.GetRequiredService<Viewer>();
        if (viewer.IsDemo)
        {
            return RateLimitPartition.GetNoLimiter("demo");
        }

        var key = viewer.IsSignedIn ? $"account {viewer.AccountId}" : $"address {httpContext.Connection.RemoteIpAddress}";
        return RateLimitPartition.GetConcurrencyLimiter(key, _ => new ConcurrencyLimiterOptions
        {
            PermitLimit = options.Value.MaxConcurrentRequests,
            QueueLimit = 0,
        });
    }

    private ValueTask RefuseAsync(OnRejectedContext context, CancellationToken cancellationToken)
    {
        var limit = options.Value.MaxConcurrentRequests;
        context.HttpContext.Response.Headers.RetryAfter = $"{RetryAfterSeconds}";
        return new ValueTask(context.HttpContext.RefuseAsync(
            StatusCodes.Status429TooManyRequests,
            $"You have {limit} requests under way, and no more are served at once. Wait for one of them.",
            new
            {
                code = "REQUEST_LIMIT",
                limit,
                setting = "Access:MaxConcurrentRequests",
                retryAfterMs = RetryAfterSeconds * 1_000,
            }));
    }
}
