using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ThreadGraph.Tests.Hosting;

public sealed class StartTests
{
    [Fact]
    public async Task Production_without_upstream_settings_refuses_to_start_and_names_each_that_is_missing()
    {
        await using var app = await CreateAsync("--environment=Production");

        var refusal = await Should.ThrowAsync<OptionsValidationException>(() => app.StartAsync());

        refusal.Failures.ShouldBe(
        [
            "Yunxin:AppKey is missing; give the application key, 1 to 128 visible ASCII characters.",
            "Yunxin:AppSecret is missing; give the application's secret, 1 to 128 characters.",
        ]);
    }

    [Fact]
    public async Task Wrong_settings_are_all_named_at_once()
    {
        await using var app = await CreateAsync(
            "--environment=Production", "--Yunxin:AppKey=k", "--Yunxin:ApiVersion=v3", "--Threads:MaxScan=5",
            "--GraphQL:Cost:MaxResultSize=1", "--GraphQL:Limits:MaxReplyDepth=0", "--Operations:MaxAutomatic=-1");

        var refusal = await Should.ThrowAsync<AggregateException>(() => app.StartAsync());

        refusal.InnerExceptions.OfType<OptionsValidationException>().SelectMany(static e => e.Failures).ShouldBe(
            [
                "Yunxin:AppSecret is missing; give the application's secret, 1 to 128 characters.",
                "Yunxin:ApiVersion is \"v3\"; it must be \"v2\" or \"v2.1\".",
                "DataAnnotation validation failed for 'ThreadsOptions' members: 'MaxScan' with the error: "
                    + "'The field MaxScan must be between 100 and 100000.'.",
                "DataAnnotation validation failed for 'CostOptions' members: 'MaxResultSize' with the error: "
                    + "'The field MaxResultSize must be between 100 and 1000000000.'.",
                "DataAnnotation validation failed for 'GraphQLLimits' members: 'MaxReplyDepth' with the error: "
                    + "'The field MaxReplyDepth must be between 1 and 50.'.",
                "DataAnnotation validation failed for 'PersistedOperationOptions' members: 'MaxAutomatic' with the error: "
                    + "'The field MaxAutomatic must be between 0 and 100000.'.",
            ],
            ignoreOrder: true);
    }

    private static Task<WebApplication> CreateAsync(params string[] args) => Program.CreateAsync(args, static builder =>
    {
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
    });
}
