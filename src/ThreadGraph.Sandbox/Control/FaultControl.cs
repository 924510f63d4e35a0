using System.Globalization;
using System.Text.Json;
using ThreadGraph.Sandbox.Faults;
using ThreadGraph.Sandbox.Upstream;

namespace ThreadGraph.Sandbox.Control;

/// <summary><c>/sandbox/faults</c>: what goes wrong, set and lifted while the sandbox runs.</summary>
internal sealed class FaultControl(SandboxFaults faults)
{
    private static readonly string[] Names =
    [
        "fault", "api", "root", "account", "port", "skip", "count", "durationMs", "probability", "seed", "delayMs",
        "bodyBytes",
    ];

    /// <summary>POST /sandbox/faults</summary>
    public Task Add(HttpContext context) => ControlAnswers.ReadAsync(context, body =>
    {
        var fault = faults.Add(Rule(new JsonFields(body, Names)));
        ControlAnswers.Write(context.Response, StatusCodes.Status201Created, json => Write(json, fault));
    });

    /// <summary>GET /sandbox/faults</summary>
    public Task Show(HttpContext context)
    {
        ControlAnswers.Write(context.Response, StatusCodes.Status200OK, json =>
        {
            json.WriteNumber("injected"u8, faults.Injected);
            json.WriteStartArray("faults"u8);
            foreach (var fault in faults.All)
            {
                json.WriteStartObject();
                Write(json, fault);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
        return Task.CompletedTask;
    }

    /// <summary>DELETE /sandbox/faults</summary>
    public Task Clear(HttpContext context)
    {
        faults.Clear();
        ControlAnswers.NoContent(context.Response);
        return Task.CompletedTask;
    }

    /// <summary>DELETE /sandbox/faults/{id}</summary>
    public Task Remove(HttpContext context)
    {
        var text = (string?)context.Request.RouteValues["id"];
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && faults.Remove(id))
        {
            ControlAnswers.NoContent(context.Response);
            return Task.CompletedTask;
        }

        ControlAnswers.Fail(context.Response, StatusCodes.Status404NotFound, "There is no fault with this ID.");
        return Task.CompletedTask;
    }

    private static FaultRule Rule(JsonFields fields) => new()
    {
        Fault = fields.Member<SandboxFault>("fault") ?? throw new ArgumentException(
            $"\"fault\" is required: one of {string.Join(", ", Enum.GetNames<SandboxFault>())}."),
        Api = Api(fields),
        RootServerId = fields.Id("root"),
        AccountId = fields.Account("account"),
        Port = fields.Int("port"),
        Skip = fields.Int("skip") ?? 0,
        Count = fields.Int("count"),
        DurationMs = fields.Int("durationMs"),
        Probability = Probability(fields),
        Seed = fields.Int("seed") ?? 0,
        DelayMs = fields.Int("delayMs") ?? FaultRule.DefaultDelayMs,
        BodyBytes = fields.Int("bodyBytes") ?? FaultRule.DefaultBodyBytes,
    };

    /// <summary>An API by the upstream's own name for it, as <c>/sandbox/calls</c> shows it.</summary>
    private static SandboxApi? Api(JsonFields fields)
    {
        if (fields.Text("api") is not { } name)
        {
            return null;
        }

        foreach (var api in ApiNames.All)
        {
            if (api.Name() == name)
            {
                return api;
            }
        }

        throw new ArgumentException($"\"api\" must be one of {string.Join(", ", ApiNames.All.Select(ApiNames.Name))}.");
    }

    private static double Probability(JsonFields fields) => fields.Value("probability") switch
    {
        null => 1,
        { ValueKind: JsonValueKind.Number } number => number.GetDouble(),
        _ => throw new ArgumentException("\"probability\" must be a number."),
    };

    private static void Write(Utf8JsonWriter json, ActiveFault fault)
    {
        var rule = fault.Rule;
        json.WriteNumber("id"u8, fault.Id);
        json.WriteString("fault"u8, rule.Fault.ToString());
        json.WriteString("api"u8, rule.Api?.Name());
        json.WriteString("root"u8, rule.RootServerId?.ToString(CultureInfo.InvariantCulture));
        json.WriteString("account"u8, rule.AccountId);
        WriteNumber(json, "port"u8, rule.Port);
        json.WriteNumber("skip"u8, rule.Skip);
        WriteNumber(json, "count"u8, rule.Count);
        WriteNumber(json, "durationMs"u8, rule.DurationMs);
        json.WriteNumber("probability"u8, rule.Probability);
        json.WriteNumber("hits"u8, fault.Hits);
        json.WriteBoolean("isSpent"u8, fault.IsSpent);
    }

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
            return;
        }

        json.WriteNull(name);
    }
}
