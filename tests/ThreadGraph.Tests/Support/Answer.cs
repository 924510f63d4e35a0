using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ThreadGraph.Tests.Support;

/// <summary>What one operation was answered with, and what it cost upstream.</summary>
/// <param name="Body">The whole answer.</param>
/// <param name="Calls">The upstream calls that the sandbox counted, but for those that ask who is a member.</param>
/// <param name="Checks">Those that do.</param>
/// <param name="Seen">What each of the first asked for.</param>
internal sealed record Answer(
    string Body, long Calls, long Checks, IReadOnlyList<IReadOnlyDictionary<string, string>> Seen)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private JsonNode? _json;

    public JsonNode Json => _json ??= JsonNode.Parse(Body)!;

    /// <summary>The value under a path below <c>data</c>, such as <c>thread.replies.nodes.0.text</c>.</summary>
    public JsonNode? this[string path] => path.Split('.').Aggregate(
        Json["data"], static (node, step) => node is JsonArray array ? array[int.Parse(step)] : node![step]);

    /// <summary>The text under a path.</summary>
    public string Text(string path) => this[path]!.GetValue<string>();

    /// <summary>One member of every item of the list under a path.</summary>
    public string[] Texts(string path, string member = "text") =>
        [.. this[path]!.AsArray().Select(item => item![member]!.GetValue<string>())];

    /// <summary>Compares the whole answer, members in order; <c>"*"</c> is any string that is not empty.</summary>
    public Answer Answers(string expected)
    {
        var pattern = JsonNode.Parse(expected)!;
        Write(Veil(Json, pattern)!).ShouldBe(Write(pattern));
        return this;
    }

    /// <summary>Compares the number of upstream calls that read threads.</summary>
    public Answer Costs(long calls)
    {
        Calls.ShouldBe(calls, "upstream calls");
        return this;
    }

    /// <summary>Compares the number of upstream calls that ask who is a member.</summary>
    public Answer Checked(long checks)
    {
        Checks.ShouldBe(checks, "upstream calls that ask who is a member");
        return this;
    }

    /// <summary>The answer has no data behind a single error with this code.</summary>
    public Answer FailsWith(string code)
    {
        Json["errors"].ShouldNotBeNull(Body);
        Json["errors"]!.AsArray().Select(static e => e!["extensions"]!["code"]!.GetValue<string>()).ShouldBe([code]);
        return this;
    }

    /// <summary>The answer has no errors.</summary>
    public Answer Succeeds()
    {
        Json["errors"].ShouldBeNull(Body);
        return this;
    }

    private static string Write(JsonNode node) => node.ToJsonString(Readable);

    private static JsonNode? Veil(JsonNode? actual, JsonNode? pattern) => (actual, pattern) switch
    {
        (JsonObject left, JsonObject right) => new JsonObject(
            left.Select(p => KeyValuePair.Create(p.Key, Veil(p.Value, right[p.Key])))),
        (JsonArray left, JsonArray right) => new JsonArray(
            [.. left.Select((item, i) => Veil(item, i < right.Count ? right[i] : null))]),
        (JsonValue left, JsonValue right) when IsText(left, out var text) && text.Length > 0
            && IsText(right, out var star) && star == "*" => JsonValue.Create("*"),
        _ => actual?.DeepClone(),
    };

    private static bool IsText(JsonValue value, out string text) => value.TryGetValue(out text!);
}
