using ThreadGraph.Yunxin.ThreadMessages;

namespace ThreadGraph.Yunxin.Tests.ThreadMessages;

public class ChainTokenTests
{
    [Theory]
    [InlineData("opaque", false, "opaque")]
    [InlineData("opaque", true, "~opaque")]
    [InlineData("~odd", false, "=~odd")]
    [InlineData("~odd", true, "~~odd")]
    [InlineData("=odd", false, "==odd")]
    [InlineData("=odd", true, "~=odd")]
    public void Token_and_mark_survive_the_way_out_and_back(string value, bool isSwapped, string text)
    {
        new ChainToken(value, isSwapped).ToString().ShouldBe(text);
        ChainToken.Parse(text).ShouldBe(new ChainToken(value, isSwapped));
    }
}
