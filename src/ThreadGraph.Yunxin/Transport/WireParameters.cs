using System.Globalization;
using System.Text;

namespace ThreadGraph.Yunxin.Transport;

/// <summary>Writes names and values as a query string or a form: both take percent-encoded UTF-8.</summary>
internal readonly struct WireParameters()
{
    private readonly StringBuilder _text = new(384);

    internal void Add(string name, string value)
    {
        if (_text.Length > 0)
        {
            _text.Append('&');
        }

        _text.Append(name).Append('=').Append(Uri.EscapeDataString(value));
    }

    internal void Add(string name, long value) => Add(name, value.ToString(CultureInfo.InvariantCulture));

    internal void Add(string name, bool value) => Add(name, value ? "true" : "false");

    /// <summary>A GET with these parameters as the query (upstream.md 1.1).</summary>
    internal HttpRequestMessage ToQuery(string url)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"{url}?{_text}")
        {
            // The header is wanted on every call (upstream.md 1.1, S), and only a content, if empty, can carry it.
            Content = new ReadOnlyMemoryContent(ReadOnlyMemory<byte>.Empty),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json;charset=UTF-8");
        return request;
    }

    /// <summary>A POST of these parameters as a form (upstream.md 1.1).</summary>
    internal HttpRequestMessage ToForm(string url)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(_text.ToString())),
        };
        request.Content.Headers.TryAddWithoutValidation(
            "Content-Type", "application/x-www-form-urlencoded;charset=utf-8");
        return request;
    }
}
