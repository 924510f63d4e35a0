using System.Text.Json;

namespace ThreadGraph.Sandbox.Tests.Support;

/// <summary>One page as a paging client sees it.</summary>
internal sealed record Page(List<(long TimeMs, long ServerId)> Replies, bool HasMore, string? NextToken, long Total);

/// <summary>Pages through a thread to its end, as the contract tells a client to.</summary>
internal static class Walk
{
    public static async Task<List<Page>> Messages(Caller caller, Dictionary<string, string> parameters)
    {
        var pages = new List<Page>();
        string? token = null;
        do
        {
            pages.Add(await MessagesPage(caller, parameters, token));
            token = pages[^1].NextToken;
        }
        while (token is not null);
        return pages;
    }

    public static async Task<Page> MessagesPage(Caller caller, Dictionary<string, string> parameters, string? token)
    {
        var answer = await caller.Messages(token is null ? parameters : new(parameters) { ["page_token"] = token });
        using var json = JsonDocument.Parse(answer);
        json.RootElement.GetProperty("code").GetInt32().ShouldBe(200, answer);
        var data = json.RootElement.GetProperty("data");
        return new Page(
            Replies(data.GetProperty("messages"), "create_time", "message_server_id"),
            data.GetProperty("has_more").GetBoolean(),
            data.TryGetProperty("next_token", out var next) ? next.GetString() : null,
            data.GetProperty("total").GetInt64());
    }

    /// <summary>Ends with the first page that is not full.</summary>
    public static async Task<List<Page>> Talk(Caller caller, Dictionary<string, string> form)
    {
        var pages = new List<Page>();
        var limit = int.Parse(form["limit"], System.Globalization.CultureInfo.InvariantCulture);
        form = new(form);
        do
        {
            pages.Add(await TalkPage(caller, form));
            if (pages[^1].Replies.Count > 0)
            {
                var (timeMs, serverId) = pages[^1].Replies[^1];
                form[form["reverse"] == "true" ? "fromTime" : "toTime"] = Caller.Digits(timeMs);
                form["excludeMsgId"] = Caller.Digits(serverId);
            }
        }
        while (pages[^1].Replies.Count == limit);
        return pages;
    }

    public static async Task<Page> TalkPage(Caller caller, Dictionary<string, string> form)
    {
        var answer = await caller.Talk(form);
        using var json = JsonDocument.Parse(answer);
        json.RootElement.GetProperty("code").GetInt32().ShouldBe(200, answer);
        return new Page(
            Replies(json.RootElement.GetProperty("msgs"), "time", "msgIdServer"),
            false,
            null,
            json.RootElement.GetProperty("total").GetInt64());
    }

    /// <summary>Every position read, in reading order.</summary>
    public static List<(long TimeMs, long ServerId)> Flat(this List<Page> pages) =>
        [.. pages.SelectMany(page => page.Replies)];

    private static List<(long TimeMs, long ServerId)> Replies(JsonElement replies, string time, string serverId) =>
        [.. replies.EnumerateArray().Select(r => (r.GetProperty(time).GetInt64(), r.GetProperty(serverId).GetInt64()))];
}
