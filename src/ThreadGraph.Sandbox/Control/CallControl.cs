using ThreadGraph.Sandbox.Calls;
using ThreadGraph.Sandbox.Upstream;

namespace ThreadGraph.Sandbox.Control;

/// <summary><c>/sandbox/calls</c>: how many calls were made.</summary>
internal sealed class CallControl(CallCounter calls)
{
    /// <summary>GET /sandbox/calls</summary>
    public Task Show(HttpContext context)
    {
        ControlAnswers.Write(context.Response, StatusCodes.Status200OK, json =>
        {
            json.WriteNumber("total"u8, calls.Total);
            json.WriteStartObject("byApi"u8);
            foreach (var api in ApiNames.All)
            {
                // The two thread APIs always; the others once they were called.
                var count = calls.Of(api);
                if (count > 0 || api is SandboxApi.ThreadMessages or SandboxApi.QueryThreadTalkHistory)
                {
                    json.WriteNumber(api.Name(), count);
                }
            }

            json.WriteEndObject();
        });
        return Task.CompletedTask;
    }

    /// <summary>DELETE /sandbox/calls</summary>
    public Task Reset(HttpContext context)
    {
        calls.Reset();
        ControlAnswers.NoContent(context.Response);
        return Task.CompletedTask;
    }
}
