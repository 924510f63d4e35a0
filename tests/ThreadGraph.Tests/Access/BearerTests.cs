using System.Security.Cryptography;
using System.Text;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Access;

/// <summary>Which tokens are good. The clock stands at 2026-01-01T12:00:00Z, which is 1767268800.</summary>
public sealed class BearerTests
{
    private const string Viewer = "{ viewer { accountId } }";
    private const string LoggedChecks = "--Logging:LogLevel:Microsoft.AspNetCore.Authentication=Debug";
    private const string Claims = """{"iss":"tests","aud":"threadgraph","exp":4102444800,"sub":"bob"}""";

    [Theory]
    [InlineData("""{"iss":"tests","aud":"threadgraph","exp":1767268741,"sub":"bob"}""", "bob")]
    [InlineData("""{"iss":"tests","aud":"threadgraph","exp":1767268740,"sub":"bob"}""", null)]
    [InlineData("""{"iss":"tests","aud":"threadgraph","nbf":1767268860,"exp":4102444800,"sub":"bob"}""", "bob")]
    [InlineData("""{"iss":"tests","aud":"threadgraph","nbf":1767268861,"exp":4102444800,"sub":"bob"}""", null)]
    [InlineData("""{"iss":"tests","aud":"threadgraph","sub":"bob"}""", null)]
    [InlineData("""{"iss":"tests","aud":["others","threadgraph"],"exp":4102444800,"sub":"bob"}""", "bob")]
    [InlineData("""{"iss":"tests","exp":4102444800,"sub":"bob"}""", null)]
    [InlineData("""{"aud":"threadgraph","exp":4102444800,"sub":"bob"}""", null)]
    [InlineData("""{"iss":"Tests","aud":"threadgraph","exp":4102444800,"sub":"bob"}""", null)]
    [InlineData("""{"iss":"tests","aud":"threadgraph","exp":4102444800,"sub":""}""", null)]
    [InlineData("""{"iss":"tests","aud":"threadgraph","exp":4102444800,"sub":["bob","alice"]}""", null)]
    [InlineData("""{"iss":"tests","aud":"threadgraph","exp":4102444800,"sub":"BOB@Example.org"}""", "bob@example.org")]
    [InlineData("""{"iss":"tests","aud":"threadgraph","exp":4102444800,"sub":"张伟"}""", "张伟")]
    [InlineData("""{"iss":"tests","aud":"threadgraph","exp":4102444800,"sub":"a2345678901234567890123456789012"}""", "a2345678901234567890123456789012")]
    [InlineData("""{"iss":"tests","aud":"threadgraph","exp":4102444800,"sub":"a23456789012345678901234567890123"}""", null)]
    [InlineData("""{"iss":"tests","aud":"threadgraph","exp":4102444800,"sub":"bob|2|77"}""", null)]
    [InlineData("""{"iss":"tests","aud":"threadgraph","exp":4102444800,"sub":"bob "}""", null)]
    [InlineData("""{"iss":"tests","aud":"threadgraph","exp":4102444800,"sub":".."}""", null)]
    [InlineData("""{"iss":"tests","aud":"threadgraph","exp":4102444800,"sub":"\u212Aate"}""", null)]
    public async Task Token_is_good_in_its_time_for_this_server_and_names_one_account(string payload, string? account)
    {
        await using var app = await TestApp.StartAsync(environment: "Production", settings: Bearer.Settings);

        var answer = await app.QueryAsync(Viewer, bearer: Bearer.Sign(payload));

        Names(answer, account);
    }

    [Fact]
    public async Task Token_without_a_signature_or_of_another_key_is_none()
    {
        await using var app = await TestApp.StartAsync(environment: "Production", settings: Bearer.Settings);
        var other = Encoding.ASCII.GetBytes("another key, which is long enough for HMAC-SHA-256, too");

        foreach (var token in (string[])[
            Bearer.Sign("""{"alg":"none"}""", Claims, static _ => []),
            Bearer.Sign("""{"alg":"None","typ":"JWT"}""", Claims, static _ => []),
            Bearer.Sign("""{"typ":"JWT"}""", Claims, static _ => []),
            Bearer.Sign("""{"alg":"HS256"}""", Claims, static _ => []),
            Bearer.Sign("""{"alg":"HS256"}""", Claims, content => HMACSHA256.HashData(other, content)),
            Bearer.Sign("""{"alg":"RS256"}""", Claims, content => HMACSHA256.HashData(other, content)),
            Bearer.Sign(Claims)[..^2] + "AA"])
        {
            Names(await app.QueryAsync(Viewer, bearer: token), null);
        }
    }

    [Fact]
    public async Task Public_key_is_not_taken_for_a_shared_one()
    {
        using var key = RSA.Create(2048);
        using var file = new TemporaryFile(KeySetOf(key));
        await using var app = await TestApp.StartAsync(environment: "Production", settings:
        [
            "--Authentication:Schemes:Bearer:ValidIssuer=tests",
            "--Authentication:Schemes:Bearer:ValidAudience=threadgraph",
            $"--Access:KeySetFile={file.Path}",
        ]);
        var header = """{"alg":"HS256","typ":"JWT","kid":"one"}""";

        Names(await app.QueryAsync(Viewer, bearer: SignedBy(key)), "bob");
        foreach (var secret in (byte[][])[
            key.ExportSubjectPublicKeyInfo(),
            key.ExportRSAPublicKey(),
            key.ExportParameters(false).Modulus!,
            Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem()),
            Encoding.ASCII.GetBytes(key.ExportRSAPublicKeyPem())])
        {
            Names(await app.QueryAsync(
                Viewer, bearer: Bearer.Sign(header, Claims, content => HMACSHA256.HashData(secret, content))), null);
        }
    }

    [Fact]
    public async Task Algorithms_can_be_narrowed_down()
    {
        await using var app = await TestApp.StartAsync(
            environment: "Production", settings: [.. Bearer.Settings, "--Access:Algorithms:0=HS512"]);

        Names(await app.QueryAsync(Viewer, bearer: Bearer.For("bob")), null);
    }

    [Fact]
    public async Task Good_token_is_checked_once_a_minute()
    {
        await using var app = await TestApp.StartAsync(environment: "Production", settings: [.. Bearer.Settings, LoggedChecks]);
        var token = Bearer.Sign(Claims);

        foreach (var (seconds, checks) in ((double, int)[])[(0, 1), (59.999, 1), (0.001, 2), (0, 2)])
        {
            app.Time.Now += TimeSpan.FromSeconds(seconds);
            Names(await app.QueryAsync(Viewer, bearer: token), "bob");
            app.Log.Lines.Count(static line => line.Contains("Successfully validated the token")).ShouldBe(checks);
        }
    }

    [Fact]
    public async Task Token_that_is_known_ends_in_its_time()
    {
        await using var app = await TestApp.StartAsync(environment: "Production", settings: Bearer.Settings);
        var token = Bearer.Sign("""{"iss":"tests","aud":"threadgraph","exp":1767268770,"sub":"bob"}""");

        Names(await app.QueryAsync(Viewer, bearer: token), "bob");
        app.Time.Now += TimeSpan.FromSeconds(29.999);
        Names(await app.QueryAsync(Viewer, bearer: token), "bob");
        app.Time.Now += TimeSpan.FromSeconds(0.001);
        Names(await app.QueryAsync(Viewer, bearer: token), null);
    }

    [Fact]
    public async Task Token_of_one_account_does_not_speak_for_another()
    {
        await using var app = await TestApp.StartAsync(environment: "Production", settings: Bearer.Settings);

        foreach (var account in (string[])["bob", "carol", "bob", "carol"])
        {
            Names(await app.QueryAsync(Viewer, bearer: Bearer.For(account)), account);
        }

        Names(await app.QueryAsync(Viewer, bearer: Bearer.For("bob") + "A"), null);
        Names(await app.QueryAsync(Viewer), null);
    }

    [Fact]
    public async Task Only_graphql_looks_at_credentials()
    {
        await using var app = await TestApp.StartAsync(environment: "Production", settings: [.. Bearer.Settings, LoggedChecks]);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.Authorization = new("Bearer", "not a token");

        using var response = await app.Http.SendAsync(request);

        response.IsSuccessStatusCode.ShouldBeTrue();
        app.Log.Lines.ShouldNotContain(static line => line.Contains("Bearer was not authenticated"));
        Names(await app.QueryAsync(Viewer, bearer: "not a token"), null);
        app.Log.Lines.ShouldContain(static line => line.Contains("Bearer was not authenticated"));
    }

    private static void Names(Answer answer, string? account)
    {
        if (account is null)
        {
            answer.FailsWith("UNAUTHENTICATED");
        }
        else
        {
            answer.Succeeds().Text("viewer.accountId").ShouldBe(account);
        }
    }

    private static string SignedBy(RSA key) => Bearer.Sign(
        """{"alg":"RS256","typ":"JWT","kid":"one"}""",
        Claims,
        content => key.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    private static string KeySetOf(RSA key)
    {
        var parameters = key.ExportParameters(false);
        var (n, e) = (System.Buffers.Text.Base64Url.EncodeToString(parameters.Modulus),
            System.Buffers.Text.Base64Url.EncodeToString(parameters.Exponent));
        return $$"""{"keys":[{"kty":"RSA","kid":"one","use":"sig","n":"{{n}}","e":"{{e}}"}]}""";
    }
}
