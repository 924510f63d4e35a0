using System.Text;
using ThreadGraph.Yunxin.Wire;

namespace ThreadGraph.Yunxin.Tests.Wire;

public class PropertyTrailTests
{
    private static readonly PropertyNames<Letter> Names = new(("a", Letter.A), ("b", Letter.B), ("c", Letter.C));

    private enum Letter
    {
        Unknown,
        A,
        B,
        C,
    }

    [Theory]
    [InlineData("""[{"a":1,"b":2,"c":3},{"a":4,"b":5,"c":6}]""", "A1 B2 C3 | A4 B5 C6")]
    [InlineData("""[{"a":1,"b":2,"c":3},{"a":4,"c":6},{"a":7,"b":8,"c":9}]""", "A1 B2 C3 | A4 C6 | A7 B8 C9")]
    [InlineData("""[{"a":1,"b":2,"c":3},{"c":4},{"c":5,"b":6,"a":7},{}]""", "A1 B2 C3 | C4 | C5 B6 A7 | ")]
    [InlineData("""[{"a":1,"x":2},{"x":3,"a":4},{"x":5,"aa":6}]""", "A1 Unknown2 | Unknown3 A4 | Unknown5 Unknown6")]
    [InlineData("""[ {"a" : 1 , "b":2} ,{ "a" : 3,"b": 4}]""", "A1 B2 | A3 B4")]
    [InlineData("""[{"\u0061":1,"b":2},{"\u0061":3,"\u0062":4}]""", "A1 B2 | A3 B4")]
    public void Property_is_known_by_its_name_whatever_came_before(string json, string read) =>
        Read(json).ShouldBe(read);

    [Fact]
    public void Object_with_more_properties_than_are_remembered_is_read_to_its_end()
    {
        var properties = string.Join(',', Enumerable.Range(0, 100).Select(static i => $"\"p{i}\":{i}")) + ",\"c\":100";

        Read($"[{{{properties}}},{{{properties}}}]").ShouldEndWith("Unknown99 C100");
    }

    [Theory]
    [InlineData("""[{"a":1,"b":2},{"a":3 "b":4}]""")]
    [InlineData("""[{"a":1,"b":2},{"a":3,"b"4}]""")]
    [InlineData("""[{"a":1,"b":2},{"a":3,"b":4]""")]
    public void What_only_begins_like_the_object_before_is_malformed(string json) =>
        Should.Throw<System.Text.Json.JsonException>(() => Read(json));

    private static string Read(string text)
    {
        var json = new JsonScanner(Encoding.UTF8.GetBytes(text));
        var trail = new PropertyTrail<Letter>(Names);
        var objects = new List<string>();
        json.BeginArray().ShouldBeTrue();
        while (json.NextItem())
        {
            var properties = new List<string>();
            json.BeginObject().ShouldBeTrue();
            while (trail.Next(ref json, out var letter))
            {
                properties.Add($"{letter}{json.ReadInt64()}");
            }

            objects.Add(string.Join(' ', properties));
        }

        json.End();
        return string.Join(" | ", objects);
    }
}
