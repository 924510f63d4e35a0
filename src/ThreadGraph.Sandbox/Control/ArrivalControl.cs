using ThreadGraph.Sandbox.Calls;
using ThreadGraph.Sandbox.Upstream;

namespace ThreadGraph.Sandbox.Control;

/// <summary><c>/sandbox/arrivals</c>: when the calls came.</summary>
internal sealed class ArrivalControl(ArrivalLog arrivals)
{
    /// <summary>GET /sandbox/arrivals</summary>
    public Task Show(HttpContext context)
    {
        var kept = arrivals.ToArray();
        ControlAnswers.Write(context.Response, StatusCodes.Status200OK, json =>
        {
            json.WriteNumber("dropped"u8, arrivals.Dropped);
            json.WriteStartObject("peakPerSecond"u8);
            foreach (var api in kept.Select(arrival => arrival.Api).Distinct().Order())
            {
                json.WriteNumber(api.Name(), arrivals.PeakPerSecond(api));
            }

            json.WriteEndObject();
            json.WriteStartArray("arrivals"u8);
            foreach (var (api, port, at) in kept)
            {
                json.WriteStartObject();
                json.WriteString("api"u8, api.Name());
                json.WriteNumber("port"u8, port);
                json.WriteString("at"u8, at);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
        return Task.CompletedTask;
    }

    /// <summary>DELETE /sandbox/arrivals</summary>
    public Task Clear(HttpContext context)
    {
        arrivals.Clear();
        ControlAnswers.NoContent(context.Response);
        return Task.CompletedTask;
    }
}
