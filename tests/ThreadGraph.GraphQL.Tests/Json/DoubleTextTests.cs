using System.Text;
using ThreadGraph.GraphQL.Json;

namespace ThreadGraph.GraphQL.Tests.Json;

public sealed class DoubleTextTests
{
    [Theory(DisplayName = "a double is written as JSON.stringify writes it")]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(1, "1")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(1e15, "1000000000000000")]
    [InlineData(1e16, "10000000000000000")]
    [InlineData(-123456789012345678, "-123456789012345680")]
    [InlineData(1e20, "100000000000000000000")]
    [InlineData(1e21, "1e+21")]
    [InlineData(1.7976931348623157e308, "1.7976931348623157e+308")]
    [InlineData(0.00001, "0.00001")]
    [InlineData(0.000001, "0.000001")]
    [InlineData(-0.00000123456789012345, "-0.00000123456789012345")]
    [InlineData(1e-7, "1e-7")]
    [InlineData(1.5e-7, "1.5e-7")]
    [InlineData(-2.2250738585072014e-308, "-2.2250738585072014e-308")]
    [InlineData(5e-324, "5e-324")]
    public void Double_is_written_as_JSON_stringify_writes_it(double value, string expected)
    {
        var target = new byte[DoubleText.MaxLength];

        var written = DoubleText.Format(value, target);

        Encoding.ASCII.GetString(target, 0, written).ShouldBe(expected);
    }
}
