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
            "Yunxin:BusyPause is 01:00:00; it must be 00:00:01 to 00:05:00.",
            "Yunxin:MaxResponseBytes is 10; it must be 65536 to 67108864.",
        ]);

    [Fact]
    public void Missing_key_and_secret_are_named() =>
        Mistakes(new YunxinOptions()).ShouldBe(
        [
            "Yunxin:AppKey is missing; give the application key, 1 to 128 visible ASCII characters.",
            "Yunxin:AppSecret is missing; give the application's secret, 1 to 128 characters.",
        ]);

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
