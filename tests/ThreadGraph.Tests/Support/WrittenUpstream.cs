using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;

namespace ThreadGraph.Tests.Support;

/// <summary>
/// Stands where the network begins and answers at once with pages that were written beforehand, so that next to nothing
/// of what a request costs is the upstream's.
/// </summary>
internal sealed class WrittenUpstream(Func<HttpRequestMessage, byte[]> pageOf) : DelegatingHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>The server's settings for it, as on the command line.</summary>
    public static string[] Settings { get; } =
    [
        "--Yunxin:AppKey=written",
        "--Yunxin:AppSecret=written-secret",
        "--Yunxin:MessageApi:0=http://upstream.invalid",
        "--Yunxin:QChatApi:0=http://upstream.invalid/nimserver",
        "--Yunxin:CallsPerSecond=50000",
        "--Yunxin:QuotaMargin=0",
    ];

    /// <summary>Lets it answer every call, whatever it asks for, with the page that is given then.</summary>
    public static void AddTo(IServiceCollection services, Func<byte[]> page) =>
        AddTo(services, _ => page());

    /// <summary>Lets it answer with pages of some IM threads.</summary>
    public static void AddTo(IServiceCollection services, IEnumerable<WrittenThread> threads)
    {
        var byId = threads.ToDictionary(static thread => thread.Id);
        AddTo(services, request =>
        {
            var address = request.RequestUri!.OriginalString;
            var thread = byId[NumberIn(address, "message_server_id=")];
            return thread.MessagePage((int)NumberIn(address, "limit="), address.Contains("descending=true"));
        });
    }

    /// <inheritdoc />
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(pageOf(request));
        content.Headers.ContentType = Json;
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
    }

    private static void AddTo(IServiceCollection services, Func<HttpRequestMessage, byte[]> pageOf) =>
        services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => new WrittenUpstream(pageOf)));

    private static long NumberIn(string address, string name)
    {
        var value = address.AsSpan(address.IndexOf(name, StringComparison.Ordinal) + name.Length);
        var end = value.IndexOf('&');
        return long.Parse(end < 0 ? value : value[..end], CultureInfo.InvariantCulture);
    }
}
