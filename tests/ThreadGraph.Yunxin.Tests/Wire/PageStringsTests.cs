using System.Text;
using ThreadGraph.Yunxin.Wire;

namespace ThreadGraph.Yunxin.Tests.Wire;

public class PageStringsTests
{
    [Fact]
    public void Same_id_is_one_string_and_many_ids_stay_themselves()
    {
        var strings = new PageStrings(pageBytes: 20_000);

        Read(strings, "\"alice\"").ShouldBeSameAs(Read(strings, "\"alice\""));
        for (var i = 0; i < 1000; i++)
        {
            Read(strings, $"\"account-{i}\"").ShouldBe($"account-{i}");
        }
    }

    [Theory]
    [InlineData("\"al\\u0069ce\"", "alice")]
    [InlineData("\"爱丽丝\"", "爱丽丝")]
    [InlineData("158844553334358018", "158844553334358018")]
    [InlineData("\"\"", "")]
    [InlineData("null", null)]
    [InlineData("{\"a\":1}", null)]
    public void Any_id_is_read(string json, string? id) => Read(new PageStrings(pageBytes: 20_000), json).ShouldBe(id);

    private static string? Read(PageStrings strings, string json)
    {
        var scanner = new JsonScanner(Encoding.UTF8.GetBytes(json));
        return strings.Read(ref scanner);
    }
}
