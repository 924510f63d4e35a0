using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ThreadGraph.Yunxin.Options;

namespace ThreadGraph.Yunxin.Tests.Options;

public class YunxinOptionsValidatorTests
{
    [Fact]
    public void Key_and_secret_alone_are_enough() => Mistakes(Valid()).ShouldBeEmpty();

    [Fact]
    public void Every_mistake_is_reported_at_once_with_key_value_and_range() =>
        Mistakes(new YunxinOptions
        {
            AppKey = "a key",
            AppSecret = new string('s', 129),
            MessageApi = { "https://fine.example", "open.yunxinapi.com" },
            QChatApi = { "ftp://example.test", "https://example.test/?a=b" },
            ApiVersion = "v3",
            ConnectTimeout = TimeSpan.FromSeconds(90),
            AttemptTimeout = TimeSpan.Zero,
            BusyPause = TimeSpan.FromHours(1),
            MaxResponseBytes = 10,
            TotalTimeout = TimeSpan.FromHours(1),
            MaxRetries = 11,
            RetryDelay = TimeSpan.Zero,
            CallsPerSecond = 0,
            QuotaMargin = double.NaN,
            MaxConcurrentCalls = 0,
            MaxQueuedCalls = -1,
            MaxQueueTime = TimeSpan.FromSeconds(61),
            RampUpTime = TimeSpan.FromSeconds(-1),
            EjectAfterFailures = 0,
            BreakDuration = TimeSpan.FromSeconds(0.4),
            BreakerFailureRatio = 1.5,
            BreakerMinimumCalls = 1,
            BreakerSamplingTime = TimeSpan.FromHours(1),
        }).ShouldBe(
        [
            "Yunxin:AppKey is \"a key\"; it must be 1 to 128 visible ASCII characters.",
            "Yunxin:AppSecret has 129 characters; it must have 1 to 128.",
            "Yunxin:MessageApi:1 is \"open.yunxinapi.com\"; "
                + "it must be an absolute http or https URL without user, query and fragment.",
            "Yunxin:QChatApi:0 is \"ftp://example.test\"; "
                + "it must be an absolute http or https URL without user, query and fragment.",
            "Yunxin:QChatApi:1 has a query or fragment; "
                + "it must be an absolute http or https URL without user, query and fragment.",
            "Yunxin:ApiVersion is \"v3\"; it must be \"v2\" or \"v2.1\".",
            "Yunxin:ConnectTimeout is 00:01:30; it must be 00:00:00.1000000 to 00:01:00.",
            "Yunxin:AttemptTimeout is 00:00:00; it must be 00:00:00.1000000 to 00:01:00.",
            "Yunxin:ConnectTimeout is 00:01:30; it must not exceed Yunxin:AttemptTimeout, which is 00:00:00.",
            "Yunxin:TotalTimeout is 01:00:00; it must be 00:00:00.1000000 to 00:05:00.",
            "Yunxin:MaxRetries is 11; it must be 0 to 10.",
            "Yunxin:RetryDelay is 00:00:00; it must be 00:00:00.0010000 to 00:00:10.",
            "Yunxin:CallsPerSecond is 0; it must be 1 to 50000.",
            "Yunxin:QuotaMargin is NaN; it must be 0 to 0.9.",
            "Yunxin:MaxConcurrentCalls is 0; it must be 1 to 10000.",
            "Yunxin:MaxQueuedCalls is -1; it must be 0 to 100000.",
            "Yunxin:MaxQueueTime is 00:01:01; it must be 00:00:00 to 00:01:00.",
            "Yunxin:BusyPause is 01:00:00; it must be 00:00:01 to 00:05:00.",
            "Yunxin:RampUpTime is -00:00:01; it must be 00:00:00 to 00:05:00.",
            "Yunxin:EjectAfterFailures is 0; it must be 1 to 1000.",
            "Yunxin:BreakDuration is 00:00:00.4000000; it must be 00:00:00.5000000 to 00:05:00.",
            "Yunxin:BreakerFailureRatio is 1.5; it must be 0.05 to 1.",
            "Yunxin:BreakerMinimumCalls is 1; it must be 2 to 10000.",
            "Yunxin:BreakerSamplingTime is 01:00:00; it must be 00:00:00.5000000 to 00:05:00.",
            "Yunxin:MaxResponseBytes is 10; it must be 65536 to 67108864.",
        ]);

    [Fact]
    public void Missing_key_and_secret_are_named() =>
        Mistakes(new YunxinOptions()).ShouldBe(
        [
            "Yunxin:AppKey is missing; give the application key, 1 to 128 visible ASCII characters.",
            "Yunxin:AppSecret is missing; give the application's secret, 1 to 128 characters.",
        ]);

    [Fact]
    public void Attempt_must_fit_into_the_call()
    {
        var options = Valid();
        options.TotalTimeout = TimeSpan.FromSeconds(4);

        Mistakes(options).ShouldBe(
        [
            "Yunxin:AttemptTimeout is 00:00:05; it must not exceed Yunxin:TotalTimeout, which is 00:00:04.",
        ]);
    }

    [Fact]
    public void Base_urls_are_at_most_64()
    {
        var options = Valid();
        for (var i = 0; i < 65; i++)
        {
            options.QChatApi.Add("https://example.test");
        }

        Mistakes(options).ShouldBe(["Yunxin:QChatApi has 65 URLs; it must have at most 64."]);
    }

    [Theory]
    [InlineData("https://user:hunter2@example.test", "names a user")]
    [InlineData("user:hunter2@example.test", "is not such a URL")]
    public void Password_in_a_base_url_is_not_repeated(string url, string mistake)
    {
        var options = Valid();
        options.MessageApi.Add(url);

        Mistakes(options).ShouldBe(
        [
            $"Yunxin:MessageApi:0 {mistake}; "
                + "it must be an absolute http or https URL without user, query and fragment.",
        ]);
    }

    [Theory]
    [InlineData("http://localhost:5090")]
    [InlineData("https://api-cn.yunxinapi.com/nimserver/")]
    public void Http_and_a_path_prefix_are_accepted(string url)
    {
        var options = Valid();
        options.MessageApi.Add(url);
        options.QChatApi.Add(url);

        Mistakes(options).ShouldBeEmpty();
    }

    [Fact]
    public async Task Host_with_mistakes_does_not_start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("Yunxin:AppKey", "key"), new("Yunxin:ApiVersion", "v9")]);
        builder.Services.AddYunxinClient();
        using var host = builder.Build();

        var error = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync());

        error.Failures.ShouldBe(
        [
            "Yunxin:AppSecret is missing; give the application's secret, 1 to 128 characters.",
            "Yunxin:ApiVersion is \"v9\"; it must be \"v2\" or \"v2.1\".",
        ]);
    }

    private static YunxinOptions Valid() => new() { AppKey = "key", AppSecret = "secret" };

    private static IEnumerable<string> Mistakes(YunxinOptions options) =>
        new YunxinOptionsValidator().Validate(null, options).Failures ?? [];
}
