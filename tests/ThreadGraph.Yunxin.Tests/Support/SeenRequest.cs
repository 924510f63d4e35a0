namespace ThreadGraph.Yunxin.Tests.Support;

/// <summary>A request as it arrived.</summary>
internal sealed record SeenRequest(
    string Method, string Url, IReadOnlyDictionary<string, string> Headers, string? ContentType, string Body)
{
    public static async Task<SeenRequest> OfAsync(HttpRequestMessage request) => new(
        request.Method.Method,
        request.RequestUri!.AbsoluteUri,
        request.Headers.ToDictionary(header => header.Key, header => header.Value.Single()),
        request.Content?.Headers.NonValidated["Content-Type"].Single(),
        request.Content is null ? "" : await request.Content.ReadAsStringAsync());
}
