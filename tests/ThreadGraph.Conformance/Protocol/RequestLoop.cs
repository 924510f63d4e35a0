using System.Text;
using System.Text.Json;

namespace ThreadGraph.Conformance.Protocol;

/// <summary>Reads a request per line and writes its answer as a line, until the input ends.</summary>
internal sealed class RequestLoop(TextReader input, Stream output)
{
    private readonly Engine _engine = new();

    public async Task RunAsync()
    {
        while (await input.ReadLineAsync() is { } line)
        {
            await output.WriteAsync(Encoding.UTF8.GetBytes(await AnswerAsync(line) + "\n"));

            // The peer sends many lines at once; answers are flushed when it has to wait for them.
            if (input.Peek() < 0)
            {
                await output.FlushAsync();
            }
        }
    }

    /// <summary>A crash is an answer too: the run goes on and the comparison names the case.</summary>
    private async Task<string> AnswerAsync(string line)
    {
        try
        {
            using var request = JsonDocument.Parse(line);
            return await _engine.AnswerAsync(request.RootElement);
        }
        catch (Exception exception)
        {
            return JsonSerializer.Serialize(new { crash = exception.ToString() });
        }
    }
}
