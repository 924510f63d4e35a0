using System.Text.Json;
using ThreadGraph.GraphQL.Json;
using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Types.Scalars;

public sealed class JsonTypeTests
{
    private static readonly JsonType Type = new();

    [Theory(DisplayName = "JSON is written as it came, but for integers that a double cannot hold")]
    [InlineData("""{"a":[1,-2.50,1e400,true,false,null,"x\n\u4f60"],"b":{}}""", """{"a":[1,-2.50,1e400,true,false,null,"x\n你"],"b":{}}""")]
    [InlineData("9007199254740991", "9007199254740991")]
    [InlineData("-9007199254740992", "\"-9007199254740992\"")]
    [InlineData("158844553334358018", "\"158844553334358018\"")]
    [InlineData("99999999999999999999", "\"99999999999999999999\"")]
    [InlineData("[]", "[]")]
    public void Json_is_written_as_it_came(string json, string written)
    {
        using var document = JsonDocument.Parse(json);
        using var output = new JsonBuffer();
        Type.Serialize(document.RootElement, output);
        output.ToString().ShouldBe(written);
    }

    [Fact]
    public void No_value_of_it_can_be_given()
    {
        const string Expected = "JSON is an output type here; no value of it can be given.";
        Type.TryParseValue(JsonSerializer.SerializeToElement(new { a = 1 }), out _, out var variable).ShouldBeFalse();
        variable.ShouldBe(Expected);
        Type.TryParseLiteral(new IntValueNode(Location.None, "1"), out _, out var literal).ShouldBeFalse();
        literal.ShouldBe(Expected);
    }
}
