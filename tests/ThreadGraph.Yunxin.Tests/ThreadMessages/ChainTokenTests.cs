using ThreadGraph.Yunxin.ThreadMessages;

namespace ThreadGraph.Yunxin.Tests.ThreadMessages;

public class ChainTokenTests
{
    [Theory]
    [InlineData("opaque", false, "=0001791b88261ba212beopaque")]
    [InlineData("opaque", true, "~0001791b88261ba212beopaque")]
    [InlineData("~=", false, "=000108ea0707b5875214~=")]
    public void Token_carries_mark_step_and_anchor(string value, bool isSwapped, string text)
    {
        var token = ChainToken.None.Follow(value, isSwapped)!.Value;

        token.ToString().ShouldBe(text);
        ChainToken.Parse(text).ShouldBe(token);
    }

    [Theory]
    [InlineData("opaque")]
    [InlineData("=")]
    [InlineData("~short")]
    [InlineData("=0001no-hexadecimal-digits")]
    public void Other_text_is_taken_for_the_upstreams_own_token(string text) =>
        ChainToken.Parse(text).ShouldBe(new ChainToken(text, false, 0, 0));

    // The chain a, b, c, … of so many tokens leads back to the one with the given index, from 0.
    [Theory]
    [InlineData(2, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 0)]
    [InlineData(7, 3)]
    [InlineData(20, 19)]
    [InlineData(100, 0)]
    public void Chain_that_leads_back_into_itself_is_noticed_soon(int tokens, int backTo)
    {
        var token = ChainToken.None;
        for (var step = 0; step <= tokens * 3; step++)
        {
            var index = step < tokens ? step : backTo + ((step - tokens) % (tokens - backTo));
            if (ChainToken.Parse(token.ToString()).Follow($"token {index}", false) is not { } next)
            {
                step.ShouldBeGreaterThanOrEqualTo(tokens);
                return;
            }

            token = next;
        }

        Assert.Fail("the loop was not noticed");
    }

    [Fact]
    public void Long_chain_without_repeats_goes_on()
    {
        var token = ChainToken.None;
        for (var step = 0; step < 70_000; step++)
        {
            token = ChainToken.Parse(token.ToString()).Follow($"token {step}", true).ShouldNotBeNull();
        }

        token.Value.ShouldBe("token 69999");
        token.IsSwapped.ShouldBeTrue();
    }
}
