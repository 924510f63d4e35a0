using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ThreadGraph.Yunxin.Tests.Options;

public class YunxinOptionsTests
{
    [Fact]
    public void Defaults_are_those_of_the_documentation()
    {
        var options = new YunxinOptions();

        options.AppKey.ShouldBe("");
        options.AppSecret.ShouldBe("");
        options.MessageApi.ShouldBeEmpty();
        options.QChatApi.ShouldBeEmpty();
        options.ApiVersion.ShouldBe("v2.1");
        options.SendOperatorId.ShouldBeFalse();
        options.ConnectTimeout.ShouldBe(TimeSpan.FromSeconds(2));
        options.AttemptTimeout.ShouldBe(TimeSpan.FromSeconds(5));
        options.BusyPause.ShouldBe(TimeSpan.FromSeconds(10));
        options.MaxResponseBytes.ShouldBe(8388608);
        options.TotalTimeout.ShouldBe(TimeSpan.FromSeconds(15));
        options.MaxRetries.ShouldBe(2);
        options.RetryDelay.ShouldBe(TimeSpan.FromSeconds(0.1));
        options.CallsPerSecond.ShouldBe(100);
        options.QuotaMargin.ShouldBe(0.05);
        options.MaxConcurrentCalls.ShouldBe(128);
        options.MaxQueuedCalls.ShouldBe(1000);
        options.MaxQueueTime.ShouldBe(TimeSpan.FromSeconds(5));
        options.RampUpTime.ShouldBe(TimeSpan.FromSeconds(5));
        options.EjectAfterFailures.ShouldBe(3);
        options.BreakDuration.ShouldBe(TimeSpan.FromSeconds(5));
        options.BreakerFailureRatio.ShouldBe(0.5);
        options.BreakerMinimumCalls.ShouldBe(10);
        options.BreakerSamplingTime.ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Section_Yunxin_sets_every_option()
    {
        var options = Bind(
            ("Yunxin:AppKey", "key"),
            ("Yunxin:AppSecret", "secret"),
            ("Yunxin:MessageApi:0", "http://127.0.0.1:5090"),
            ("Yunxin:MessageApi:1", "https://example.test/nimserver"),
            ("Yunxin:QChatApi:0", "http://127.0.0.1:5090/nimserver"),
            ("Yunxin:ApiVersion", "v2"),
            ("Yunxin:SendOperatorId", "true"),
            ("Yunxin:ConnectTimeout", "00:00:01"),
            ("Yunxin:AttemptTimeout", "00:00:03"),
            ("Yunxin:BusyPause", "00:00:20"),
            ("Yunxin:MaxResponseBytes", "1048576"),
            ("Yunxin:TotalTimeout", "00:00:09"),
            ("Yunxin:MaxRetries", "4"),
            ("Yunxin:RetryDelay", "00:00:00.2"),
            ("Yunxin:CallsPerSecond", "500"),
            ("Yunxin:QuotaMargin", "0.2"),
            ("Yunxin:MaxConcurrentCalls", "64"),
            ("Yunxin:MaxQueuedCalls", "50"),
            ("Yunxin:MaxQueueTime", "00:00:02"),
            ("Yunxin:RampUpTime", "00:00:30"),
            ("Yunxin:EjectAfterFailures", "7"),
            ("Yunxin:BreakDuration", "00:00:08"),
            ("Yunxin:BreakerFailureRatio", "0.8"),
            ("Yunxin:BreakerMinimumCalls", "20"),
            ("Yunxin:BreakerSamplingTime", "00:00:40"));

        options.AppKey.ShouldBe("key");
        options.AppSecret.ShouldBe("secret");
        options.MessageApi.ShouldBe(["http://127.0.0.1:5090", "https://example.test/nimserver"]);
        options.QChatApi.ShouldBe(["http://127.0.0.1:5090/nimserver"]);
        options.ApiVersion.ShouldBe("v2");
        options.SendOperatorId.ShouldBeTrue();
        options.ConnectTimeout.ShouldBe(TimeSpan.FromSeconds(1));
        options.AttemptTimeout.ShouldBe(TimeSpan.FromSeconds(3));
        options.BusyPause.ShouldBe(TimeSpan.FromSeconds(20));
        options.MaxResponseBytes.ShouldBe(1048576);
        options.TotalTimeout.ShouldBe(TimeSpan.FromSeconds(9));
        options.MaxRetries.ShouldBe(4);
        options.RetryDelay.ShouldBe(TimeSpan.FromSeconds(0.2));
        options.CallsPerSecond.ShouldBe(500);
        options.QuotaMargin.ShouldBe(0.2);
        options.MaxConcurrentCalls.ShouldBe(64);
        options.MaxQueuedCalls.ShouldBe(50);
        options.MaxQueueTime.ShouldBe(TimeSpan.FromSeconds(2));
        options.RampUpTime.ShouldBe(TimeSpan.FromSeconds(30));
        options.EjectAfterFailures.ShouldBe(7);
        options.BreakDuration.ShouldBe(TimeSpan.FromSeconds(8));
        options.BreakerFailureRatio.ShouldBe(0.8);
        options.BreakerMinimumCalls.ShouldBe(20);
        options.BreakerSamplingTime.ShouldBe(TimeSpan.FromSeconds(40));
    }

    [Fact]
    public void Code_has_the_last_word_over_configuration() =>
        Bind(options => options.AppKey = "from code", ("Yunxin:AppKey", "from file")).AppKey.ShouldBe("from code");

    private static YunxinOptions Bind(params (string Key, string Value)[] settings) => Bind(null, settings);

    private static YunxinOptions Bind(Action<YunxinOptions>? configure, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([.. settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))])
            .Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration);
        services.AddYunxinClient(configure);

        // Bound, but not validated: only some of the options are given here.
        var setups = services.BuildServiceProvider().GetServices<IConfigureOptions<YunxinOptions>>();
        var options = new YunxinOptions();
        foreach (var setup in setups)
        {
            setup.Configure(options);
        }

        return options;
    }
}
