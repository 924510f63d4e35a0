using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace ThreadGraph.Access;

/// <summary>Bounds how many requests of one account are under way at once. Nobody waits: who is one too many is refused.</summary>
internal sealed class AccountRateLimit(IOptions<AccessOptions> options) : IDisposable
{
    /// <summary>Nobody knows when one of the others will be done; soon, as each has a deadline.</summary>
    private const int RetryAfterSeconds = 1;

    private readonly PartitionedRateLimiter<Asker> _underWay = PartitionedRateLimiter.Create<Asker, Asker>(
        asker => RateLimitPartition.GetConcurrencyLimiter(asker, _ => new ConcurrencyLimiterOptions
        {
            PermitLimit = options.Value.MaxConcurrentRequests,
            QueueLimit = 0,
        }));

    /// <summary>Counts a request until the lease is disposed of; one that is not acquired is to be refused.</summary>
    public RateLimitLease Enter(Viewer viewer, ConnectionInfo connection) => _underWay.AttemptAcquire(
        viewer.IsSignedIn ? new Asker(viewer.AccountId, null) : new Asker(null, connection.RemoteIpAddress));

    /// <summary>Answers a request that is one too many.</summary>
    public Task RefuseAsync(HttpContext context)
    {
        var limit = options.Value.MaxConcurrentRequests;
        context.Response.Headers.RetryAfter = $"{RetryAfterSeconds}";
        return context.RefuseAsync(
            StatusCodes.Status429TooManyRequests,
            $"You have {limit} requests under way, and no more are served at once. Wait for one of them.",
            new
            {
                code = "REQUEST_LIMIT",
                limit,
                setting = "Access:MaxConcurrentRequests",
                retryAfterMs = RetryAfterSeconds * 1_000,
            });
    }

    /// <inheritdoc />
    public void Dispose() => _underWay.Dispose();

    /// <summary>Whose requests are counted together: an account's, or before anybody signs in an address's.</summary>
    private readonly record struct Asker(string? Account, IPAddress? Address);
}
