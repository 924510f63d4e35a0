using System.Globalization;
using Microsoft.Extensions.Primitives;
using ThreadGraph.Sandbox.Upstream;

namespace ThreadGraph.Sandbox.Faults;

/// <summary>What a rule may choose a call by; read from parameters that nobody has checked yet.</summary>
/// <param name="Api">The API called.</param>
/// <param name="Port">Where the host listens that it came to.</param>
/// <param name="Values">Its parameters by name; null where they cannot be read.</param>
internal readonly record struct FaultTarget(SandboxApi Api, int Port, Func<string, StringValues>? Values)
{
    private static readonly string[] RootNames = ["message_server_id", "msgIdServer"];
    private static readonly string[] AccountNames = ["operator_id", "sender_id", "receiver_id", "accid", "account_id"];

    public static async Task<FaultTarget> ReadAsync(HttpContext context, SandboxApi api)
    {
        Func<string, StringValues>? values = null;
        try
        {
            values = await CallParameters.ReadAsync(context, api);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or InvalidOperationException)
        {
            // No form: it is refused later on; until then only rules without root and account can match.
        }

        return new FaultTarget(api, context.Connection.LocalPort, values);
    }

    public bool Matches(FaultRule rule) =>
        (rule.Api is null || rule.Api == Api)
        && (rule.Port is null || rule.Port == Port)
        && (rule.RootServerId is null || Names(rule.RootServerId.Value))
        && (rule.AccountId is null || Names(rule.AccountId));

    private bool Names(long serverId)
    {
        var digits = serverId.ToString(CultureInfo.InvariantCulture);
        var values = Values;
        return values is not null
            && (RootNames.Any(name => values(name).ToString() == digits)
                || values("queryMsgs").ToString().Contains(digits, StringComparison.Ordinal));
    }

    private bool Names(string accountId)
    {
        var values = Values;
        return values is not null
            && (AccountNames.Any(name => IsIt(values(name).ToString()))
                || values("conversation_id").ToString().Split('|').Any(IsIt));

        bool IsIt(string value) => value.Equals(accountId, StringComparison.OrdinalIgnoreCase);
    }
}
