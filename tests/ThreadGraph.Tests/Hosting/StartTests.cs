using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThreadGraph.Tests.Support;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Tests.Hosting;

public sealed class StartTests
{
    private static readonly string[] Bearer =
    [
        "--Authentication:Schemes:Bearer:Authority=https://login.example",
        "--Authentication:Schemes:Bearer:ValidAudiences:0=threadgraph",
    ];

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Start_without_settings_is_refused_and_names_each_that_is_missing(string environment)
    {
        await using var app = await CreateAsync($"--environment={environment}");

        (await FailuresAsync(app)).ShouldBe(
            [
                "Yunxin:AppKey is missing; give the application key, 1 to 128 visible ASCII characters.",
                "Yunxin:AppSecret is missing; give the application's secret, 1 to 128 characters.",
                "Authentication:Schemes:Bearer:Authority is missing; give the address of the issuer of tokens, or keys in "
                    + "Authentication:Schemes:Bearer:SigningKeys or Access:KeySetFile.",
                "Authentication:Schemes:Bearer:ValidIssuer is missing; give the \"iss\" of tokens. With an authority it is known.",
                "Authentication:Schemes:Bearer:ValidAudience is missing; give the \"aud\" of the tokens that are for this server.",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task Authority_and_audience_are_enough()
    {
        await using var app = await CreateAsync(
            ["--environment=Production", "--Yunxin:AppKey=k", "--Yunxin:AppSecret=s", .. Bearer]);

        await app.StartAsync();

        await app.StopAsync();
    }

    [Fact]
    public async Task Server_is_ready_once_its_start_is_over()
    {
        await using var app = await CreateAsync("--environment=Development");
        var health = app.Services.GetRequiredService<HealthCheckService>();

        (await health.CheckHealthAsync()).Status.ShouldBe(HealthStatus.Unhealthy);
        await app.StartAsync();
        (await health.CheckHealthAsync()).Status.ShouldBe(HealthStatus.Healthy);
        await app.StopAsync();
    }

    [Fact]
    public async Task No_keys_for_cookies_are_kept()
    {
        await using var app = await CreateAsync("--environment=Development");

        app.Services.GetService<IDataProtectionProvider>().ShouldBeNull();
    }

    [Fact]
    public async Task Sandbox_serves_outside_Development_where_it_is_named_and_cannot_be_steered()
    {
        await using var app = await CreateAsync(["--environment=Production", "--Sandbox:Enabled=true", .. Bearer]);
        await app.StartAsync();

        app.Services.GetRequiredService<IOptions<YunxinOptions>>().Value.MessageApi.ShouldHaveSingleItem().ShouldStartWith("http://127.0.0.1:");
        (await app.GetTestClient().GetAsync("/sandbox/calls")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await app.StopAsync();
    }

    [Fact]
    public async Task Sandbox_and_an_upstream_exclude_each_other()
    {
        var refusal = await Should.ThrowAsync<InvalidOperationException>(
            () => CreateAsync(["--environment=Production", "--Sandbox:Enabled=true", "--Yunxin:AppKey=k", .. Bearer]));

        refusal.Message.ShouldBe("Sandbox:Enabled is true, but Yunxin names an upstream, too; give one of the two, not both.");
    }

    [Fact]
    public async Task Sandbox_that_is_switched_off_leaves_the_upstream_to_be_named()
    {
        await using var app = await CreateAsync("--environment=Development", "--Sandbox:Enabled=false");

        (await FailuresAsync(app)).ShouldBe(
            [
                "Yunxin:AppKey is missing; give the application key, 1 to 128 visible ASCII characters.",
                "Yunxin:AppSecret is missing; give the application's secret, 1 to 128 characters.",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task Secret_comes_from_a_file()
    {
        using var file = new TemporaryFile("from a file\n");
        await using var app = await CreateAsync(
            ["--environment=Production", "--Yunxin:AppKey=k", $"--Yunxin:AppSecretFile={file.Path}", .. Bearer]);

        app.Services.GetRequiredService<IOptions<YunxinOptions>>().Value.AppSecret.ShouldBe("from a file");
    }

    [Fact]
    public async Task Files_that_cannot_be_used_are_named()
    {
        using var file = new TemporaryFile("s");
        await using var app = await CreateAsync(
        [
            "--environment=Production", "--Yunxin:AppKey=k", "--Yunxin:AppSecret=s", $"--Yunxin:AppSecretFile={file.Path}",
            "--Authentication:Schemes:Bearer:SigningKeys:0:Issuer=i",
            "--Authentication:Schemes:Bearer:SigningKeys:0:ValueFile=/no/such",
            $"--Access:KeySetFile={file.Path}", "--Access:Algorithms:0=none", "--Access:DemoAccount=a b",
            "--Cors:Origins:0=https://app.example/path", .. Bearer,
        ]);

        (await FailuresAsync(app)).ShouldBe(
            [
                $"Yunxin:AppSecretFile is \"{file.Path}\", which cannot be read; or give Yunxin:AppSecret instead, not both.",
                "Authentication:Schemes:Bearer:SigningKeys:0:ValueFile is \"/no/such\", which cannot be read; or give "
                    + "Authentication:Schemes:Bearer:SigningKeys:0:Value instead, not both.",
                $"Access:KeySetFile is \"{file.Path}\"; it must name a readable file that holds a JSON Web Key Set.",
                "Access:Algorithms names \"none\"; known are RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512, "
                    + "HS256, HS384, HS512.",
                "Access:DemoAccount is \"a b\"; it must be 1 to 32 letters, digits and _ @ . - characters.",
                "Cors:Origins must hold origins such as \"https://app.example\", without a path, or \"*\".",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task Wrong_settings_are_all_named_at_once()
    {
        await using var app = await CreateAsync(
            [
                "--environment=Production", "--Yunxin:AppKey=k", "--Yunxin:ApiVersion=v3", "--Threads:MaxScan=5",
                "--GraphQL:Cost:MaxResultSize=1", "--GraphQL:Limits:MaxReplyDepth=0", "--Operations:MaxAutomatic=-1", .. Bearer,
            ]);

        (await FailuresAsync(app)).ShouldBe(
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

    private static async Task<IEnumerable<string>> FailuresAsync(WebApplication app)
    {
        var refusal = await Should.ThrowAsync<Exception>(() => app.StartAsync());
        var all = refusal is AggregateException several ? several.InnerExceptions : (IEnumerable<Exception>)[refusal];
        return all.Cast<OptionsValidationException>().SelectMany(static e => e.Failures);
    }

    private static Task<WebApplication> CreateAsync(params string[] args) => Program.CreateAsync(args, static builder =>
    {
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
    });
}
