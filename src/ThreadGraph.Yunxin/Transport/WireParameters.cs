using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace ThreadGraph.Yunxin.Transport;

/// <summary>Writes names and values as a query string or a form: both take percent-encoded UTF-8.</summary>
/// <remarks>Good for one request: what is written lies in a rented array, which copies share, until that is made.</remarks>
internal ref struct WireParameters
{
    // More than any call has but one for the counts of many threads.
    private const int UsualLength = 512;

    // Names and values are escaped here, so nothing is left for Uri to look at; and what is sent is what is written here.
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly string _formUrl;
    private DefaultInterpolatedStringHandler _text = new(UsualLength, 0, CultureInfo.InvariantCulture);
    private string _separator;

    private WireParameters(string formUrl, string separator) => (_formUrl, _separator) = (formUrl, separator);

    /// <summary>Begins the query of an address, which comes in parts.</summary>
    internal static WireParameters Query(params ReadOnlySpan<string> url)
    {
        var parameters = new WireParameters(formUrl: "", separator: "?");
        foreach (var part in url)
        {
            parameters._text.AppendLiteral(part);
        }

        return parameters;
    }

    /// <summary>Begins the form that is sent to an address.</summary>
    internal static WireParameters Form(string url) => new(url, separator: "");

    internal void Add(string name, string value)
    {
        Begin(name);
        _text.AppendLiteral(Uri.EscapeDataString(value));
    }

    internal void Add(string name, long value)
    {
        Begin(name);
        _text.AppendFormatted(value);
    }

    internal void Add(string name, bool value)
    {
        Begin(name);
        _text.AppendLiteral(value ? "true" : "false");
    }

    /// <summary>A GET with these parameters as the query (upstream.md 1.1).</summary>
    internal HttpRequestMessage ToQuery()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_text.ToStringAndClear(), AsWritten))
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
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_formUrl, AsWritten))
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(_text.ToStringAndClear())),
        };
        request.Content.Headers.TryAddWithoutValidation(
            "Content-Type", "application/x-www-form-urlencoded;charset=utf-8");
        return request;
    }

    private void Begin(string name)
    {
        _text.AppendLiteral(_separator);
        _text.AppendLiteral(name);
        _text.AppendLiteral("=");
        _separator = "&";
    }
}
