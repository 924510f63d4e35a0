using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.WebUtilities;

namespace ThreadGraph.Tests.Support;

/// <summary>
/// Sits between the server and the sandbox: sees what each call that reads threads asks for, and can let one fail.
/// </summary>
internal sealed class UpstreamTap
{
    private int _calls;

    /// <summary>The parameters of the calls since the last reset, in the order in which they went out.</summary>
    public ConcurrentQueue<IReadOnlyDictionary<string, string>> Seen { get; } = [];

    /// <summary>The call that a gateway answers with HTTP 503, counted from 1; 0 for none.</summary>
    public int FailingCall { get; set; }

    /// <summary>What calls wait for before they go out; nothing to begin with.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public void Reset()
    {
        Seen.Clear();
        _calls = 0;
    }

    public DelegatingHandler CreateHandler() => new Handler(this);

    private sealed class Handler(UpstreamTap tap) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (IsCheck(request.RequestUri!.AbsolutePath))
            {
                return await base.SendAsync(request, cancellationToken);
            }

            var parameters = request.Method == HttpMethod.Get
                ? request.RequestUri!.Query
                : await request.Content!.ReadAsStringAsync(cancellationToken);
            tap.Seen.Enqueue(QueryHelpers.ParseQuery(parameters)
                .ToDictionary(static p => p.Key, static p => p.Value.ToString()));
            await tap.Gate.WaitAsync(cancellationToken);
            return Interlocked.Increment(ref tap._calls) == tap.FailingCall
                ? new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)
                : await base.SendAsync(request, cancellationToken);
        }

        private static bool IsCheck(string path) =>
            path.Contains("/conversations/") || path.Contains("/team_members/") || path.Contains("getServerMemberListPage");
    }
}
