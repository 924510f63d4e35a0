using ThreadGraph.Yunxin.Signing;
using ThreadGraph.Yunxin.Tests.Support;

namespace ThreadGraph.Yunxin.Tests.Signing;

public class RequestSignerTests
{
    [Fact]
    public void Request_gets_the_four_headers_and_the_time_in_whole_seconds()
    {
        var headers = Sign(new ManualTimeProvider());

        headers.Keys.ShouldBe(["AppKey", "Nonce", "CurTime", "CheckSum"]);
        headers["AppKey"].ShouldBe("demo-key");
        headers["CurTime"].ShouldBe("1700000000");
        headers["Nonce"].ShouldMatch("^[0-9a-f]{32}$");
        headers["CheckSum"].ShouldBe(CheckSum.Compute("demo-secret", headers["Nonce"], "1700000000"));
    }

    [Fact]
    public void Each_request_gets_a_nonce_and_a_time_of_its_own()
    {
        var time = new ManualTimeProvider();
        var first = Sign(time);
        time.Advance(TimeSpan.FromSeconds(3));
        var second = Sign(time);

        second["CurTime"].ShouldBe("1700000003");
        second["Nonce"].ShouldNotBe(first["Nonce"]);
    }

    private static Dictionary<string, string> Sign(TimeProvider time)
    {
        using var request = new HttpRequestMessage();
        new RequestSigner(new YunxinOptions { AppKey = "demo-key", AppSecret = "demo-secret" }, time)
            .Sign(request.Headers);
        return request.Headers.ToDictionary(header => header.Key, header => header.Value.Single());
    }
}
