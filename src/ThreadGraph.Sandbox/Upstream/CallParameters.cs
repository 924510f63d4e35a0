using Microsoft.Extensions.Primitives;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>Where a call's parameters are: IM's in path and query, QChat's in a form.</summary>
internal static class CallParameters
{
    /// <exception cref="InvalidDataException">The form cannot be read.</exception>
    /// <exception cref="InvalidOperationException">The body is no form.</exception>
    public static async ValueTask<Func<string, StringValues>> ReadAsync(HttpContext context, SandboxApi api)
    {
        if (!api.IsQChat())
        {
            return Query(context);
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return name => form[name];
    }

    public static Func<string, StringValues> Query(HttpContext context)
    {
        var (query, path) = (context.Request.Query, context.Request.RouteValues);
        return path.Count == 0
            ? name => query[name]
            : name => path.TryGetValue(name, out var value) ? (string?)value : query[name];
    }
}
