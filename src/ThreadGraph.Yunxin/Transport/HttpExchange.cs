using System.Net;
using ThreadGraph.Yunxin.Failures;

namespace ThreadGraph.Yunxin.Transport;

/// <summary>Sends one request and brings back the body of an answer that may be read as JSON.</summary>
internal sealed class HttpExchange(HttpMessageInvoker http, YunxinOptions options)
{
    /// <summary>Sends the request and reads the answer whole. The body is the caller's to dispose of.</summary>
    /// <exception cref="YunxinException">There was no answer, or none that can be the upstream's own.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal async Task<ResponseBody> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            return await ReadAsync(response, cancellationToken);
        }
        catch (HttpRequestException error)
        {
            throw Failed(LocalFailures.ForHttpError(error.HttpRequestError));
        }
        catch (HttpIOException error)
        {
            throw Failed(LocalFailures.ForHttpError(error.HttpRequestError));
        }
        catch (IOException)
        {
            throw Failed(LocalFailures.BrokenConnection);
        }
        catch (InvalidDataException)
        {
            throw Failed(LocalFailures.InvalidHttp); // Compressed, but not as declared.
        }
        catch (OperationCanceledException error)
            when (error.InnerException is TimeoutException && !cancellationToken.IsCancellationRequested)
        {
            throw Failed(LocalFailures.NoConnection); // The handler's connect timeout; nothing else ends like this.
        }
    }

    private async ValueTask<ResponseBody> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode is not HttpStatusCode.OK)
        {
            throw Failed(LocalFailures.ForStatus(response.StatusCode));
        }

        var body = await ResponseBody.ReadAsync(response.Content, options.MaxResponseBytes, cancellationToken)
            ?? throw Failed(LocalFailures.TooLarge);
        if (FaultIn(response, body.Bytes) is { } fault)
        {
            body.Dispose();
            throw Failed(fault);
        }

        return body;
    }

    // Empty and HTML bodies are a gateway's, whatever they are declared to be (upstream.md 8).
    private static FailureEntry? FaultIn(HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        var text = body.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty)
        {
            return LocalFailures.EmptyBody;
        }

        if (text[0] is (byte)'<')
        {
            return LocalFailures.HtmlBody;
        }

        var mediaType = response.Content.Headers.ContentType?.MediaType;
        return string.Equals(mediaType, "application/json", StringComparison.OrdinalIgnoreCase)
            ? null
            : LocalFailures.WrongContentType;
    }

    private YunxinException Failed(FailureEntry entry) => entry.ToException(options.BusyPause);
}
