using System.Text.Json;

namespace ThreadGraph.Sandbox.Tests.Support;

internal static class Json
{
    /// <summary>Compares digit for digit and in order; only the white space between tokens is free.</summary>
    public static void ShouldBeJson(this string actual, string expected) =>
        Compact(actual).ShouldBe(Compact(expected));

    public static int Code(this string answer)
    {
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.GetProperty("code").GetInt32();
    }

    private static string Compact(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement);
    }
}
