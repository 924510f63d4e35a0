using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>The parameters of <c>batchQueryThreadTalkMeta</c> (upstream.md 11), as they passed the check.</summary>
internal sealed record ThreadTalkMetaRequest
{
    private const int MaxRoots = 100;

    public required string? AccountId { get; init; }

    public required long QChatServerId { get; init; }

    public required long ChannelId { get; init; }

    /// <summary>The roots asked for, as often and in the order in which they are asked.</summary>
    public required (long ServerId, long TimeMs)[] Roots { get; init; }

    /// <returns>The request, or the first thing that is wrong with it.</returns>
    public static (ThreadTalkMetaRequest? Request, Refusal? Refusal) Read(Func<string, StringValues> form)
    {
        var reader = new ParameterReader(form, emptyRequiredCode: Codes.NotFound);
        var request = new ThreadTalkMetaRequest
        {
            QChatServerId = reader.Number("serverId"),
            ChannelId = reader.Number("channelId"),
            AccountId = reader.OptionalAccount("accid"),
            Roots = ReadRoots(reader),
        };
        return reader.Refusal is { } refusal ? (null, refusal) : (request, null);
    }

    private static (long ServerId, long TimeMs)[] ReadRoots(ParameterReader reader)
    {
        var text = reader.Text("queryMsgs");
        if (reader.Refusal is not null)
        {
            return [];
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            var array = json.RootElement;
            if (array.ValueKind == JsonValueKind.Array && array.GetArrayLength() is > 0 and <= MaxRoots)
            {
                return [.. array.EnumerateArray().Select(root => (
                    ReadNumber(reader, root, "msgIdServer"), ReadNumber(reader, root, "msgTime")))];
            }
        }
        catch (JsonException)
        {
            // Refused below, as any other text that is not such an array.
        }

        reader.Refuse(Codes.BadParameter, $"\"queryMsgs\" must be a JSON array of 1 to {MaxRoots} objects.");
        return [];
    }

    /// <summary>A number, or its digits as a string: the contract writes IDs both ways (upstream.md 14, 7).</summary>
    private static long ReadNumber(ParameterReader reader, JsonElement root, string name)
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value))
        {
            var digits = value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
            if (long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }
        }

        reader.Refuse(
            Codes.BadParameter,
            $"\"{name}\" must be a whole number from 0 to {long.MaxValue} in every object of \"queryMsgs\".");
        return 0;
    }
}
