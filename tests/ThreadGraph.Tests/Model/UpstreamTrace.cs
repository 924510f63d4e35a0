using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace ThreadGraph.Tests.Model;

/// <summary>One upstream call: what it asked for and what it was answered with.</summary>
internal sealed record UpstreamCall(
    bool OldestFirst, long BeginMs, long EndMs, string Token, long Anchor, int Limit, long[] Rows, string NextToken)
{
    /// <summary>The call in the model's own IDs and times.</summary>
    public string Show(PlacedThread placed) =>
        $"{(OldestFirst ? "oldest" : "newest")} first, {BeginMs - PlacedThread.StartMs} to {EndMs - PlacedThread.StartMs}"
        + $"{(Token.Length > 0 ? ", by token" : "")}{(Anchor == 0 ? "" : $", behind {placed.LocalId(Anchor)}")}, limit {Limit}: "
        + $"{Rows.Length} rows {(Rows.Length == 0 ? "" : $"{placed.LocalId(Rows[0])}..{placed.LocalId(Rows[^1])}")}"
        + (NextToken.Length > 0 ? ", more" : "");
}

/// <summary>Stands between the server and the sandbox and writes down the calls.</summary>
internal sealed class UpstreamTrace
{
    private readonly List<UpstreamCall> _calls = [];
    private readonly Lock _gate = new();

    public UpstreamCall[] Take()
    {
        lock (_gate)
        {
            var calls = _calls.ToArray();
            _calls.Clear();
            return calls;
        }
    }

    public DelegatingHandler CreateHandler() => new Handler(this);

    private static UpstreamCall Read(Dictionary<string, string> given, bool isChannel, JsonElement answer)
    {
        string Of(string name) => given.GetValueOrDefault(name, "");
        long Number(string name) => given.TryGetValue(name, out var text) && text.Length > 0 ? long.Parse(text) : 0;
        if (isChannel)
        {
            return new UpstreamCall(
                Of("reverse") is "true" or "1", Number("fromTime"), Number("toTime"), "", Number("excludeMsgId"),
                (int)Number("limit"), Ids(answer, "msgs", "msgIdServer"), "");
        }

        var data = answer.GetProperty("data");
        return new UpstreamCall(
            Of("descending") == "true", Number("begin_time"), Number("end_time"), Of("page_token"), 0,
            (int)Number("limit"), Ids(data, "messages", "message_server_id"),
            data.TryGetProperty("next_token", out var next) ? next.GetString()! : "");
    }

    private static long[] Ids(JsonElement answer, string list, string id) => answer.TryGetProperty(list, out var rows)
        ? [.. rows.EnumerateArray().Select(m => m.GetProperty(id)).Select(
            v => v.ValueKind == JsonValueKind.String ? long.Parse(v.GetString()!) : v.GetInt64())]
        : [];

    private sealed class Handler(UpstreamTrace trace) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var isChannel = request.Method == HttpMethod.Post;
            var parameters = isChannel
                ? await request.Content!.ReadAsStringAsync(cancellationToken)
                : request.RequestUri!.Query;
            var given = QueryHelpers.ParseQuery(parameters).ToDictionary(static p => p.Key, static p => p.Value.ToString());
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            var call = Read(given, isChannel, answer.RootElement);
            lock (trace._gate)
            {
                trace._calls.Add(call);
            }

            return response;
        }
    }
}
