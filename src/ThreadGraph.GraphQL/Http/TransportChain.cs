using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace ThreadGraph.GraphQL.Http;

/// <summary>Hands every request to the transport that it came by.</summary>
internal sealed class TransportChain(params ITransport[] transports)
{
    public async Task ServeAsync(HttpContext context)
    {
        try
        {
            await TransportOf(context.Request).ServeAsync(context);
        }
        catch (Exception exception) when (HasClientLeft(context, exception))
        {
            // Nobody is left to answer, and there is nothing to repair: no log entry either.
            if (!context.Response.HasStarted)
            {
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            }
        }
    }

    private ITransport TransportOf(HttpRequest request)
    {
        foreach (var transport in transports)
        {
            if (transport.IsMine(request))
            {
                return transport;
            }
        }

        throw new InvalidOperationException("The last transport takes every request.");
    }

    private static bool HasClientLeft(HttpContext context, Exception exception) =>
        exception is ConnectionResetException
        || (context.RequestAborted.IsCancellationRequested && exception is OperationCanceledException or IOException);
}
