using System.Globalization;
using System.Text;

namespace ThreadGraph.Yunxin.Transport;

/// <summary>Writes names and values as a query string or a form: both take percent-encoded UTF-8.</summary>
internal readonly struct WireParameters
{
    // More than any call has but one for the counts of many threads.
    private const int UsualLength = 512;

    // Names and values are escaped here, so nothing is left for Uri to look at; and what is sent is what is written here.
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly StringBuilder _text = new(UsualLength);
    private readonly string _url;
    private readonly int _start;

    private WireParameters(string url, bool isQuery)
    {
        _url = url;
        if (isQuery)
        {
            _text.Append(url).Append('?');
            _start = _text.Length;
        }
    }

    /// <summary>Begins the query of an address.</summary>
    internal static WireParameters Query(string url) => new(url, isQuery: true);

    /// <summary>Begins the form that is sent to an address.</summary>
    internal static WireParameters Form(string url) => new(url, isQuery: false);

    internal void Add(string name, string value) => Begin(name).Append(Uri.EscapeDataString(value));

    internal void Add(string name, long value) => Begin(name).Append(CultureInfo.InvariantCulture, $"{value}");

    internal void Add(string name, bool value) => Begin(name).Append(value ? "true" : "false");

    /// <summary>A GET with these parameters as the query (upstream.md 1.1).</summary>
    internal HttpRequestMessage ToQuery()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_text.ToString(), AsWritten))
        {
            // The header is wanted on every call (upstream.md 1.1, S), and only a content, if empty, can carry it.
            Content = new ReadOnlyMemoryContent(ReadOnlyMemory<byte>.Empty),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json;charset=UTF-8");
        return request;
    }

    /// <summary>A POST of these parameters as a form (upstream.md 1.1).</summary>
    internal HttpRequestMessage ToForm()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_url, AsWritten))
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(_text.ToString())),
        };
        request.Content.Headers.TryAddWithoutValidation(
            "Content-Type", "application/x-www-form-urlencoded;charset=utf-8");
        return request;
    }

    private StringBuilder Begin(string name)
    {
        if (_text.Length > _start)
        {
            _text.Append('&');
        }

        return _text.Append(name).Append('=');
    }
}
