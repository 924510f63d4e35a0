using ThreadGraph.Sandbox.Control;
using ThreadGraph.Sandbox.Threads;
using ThreadGraph.Sandbox.Upstream;

namespace ThreadGraph.Sandbox;

/// <summary>Maps the sandbox's two groups of endpoints, together or apart.</summary>
public static class SandboxEndpointRouteBuilderExtensions
{
    /// <summary>Maps the upstream's endpoints: IM v2 and v2.1, with and without <c>/nimserver</c>, and QChat.</summary>
    /// <returns>The group, so that a host can put a filter before all of it.</returns>
    public static RouteGroupBuilder MapSandboxUpstream(this IEndpointRouteBuilder endpoints)
    {
        // Made with the first call: wrong options are reported when the host starts, together with the host's own.
        var upstream = new Lazy<SandboxUpstream>(endpoints.ServiceProvider.GetRequiredService<SandboxUpstream>);
        var group = endpoints.MapGroup("");

        // The official SDKs append the v2 paths to the nimserver base (upstream.md 2.1, J and G).
        foreach (var prefix in (string[])["", "/nimserver"])
        {
            group.MapMethods(
                $"{prefix}/im/v2/messages/actions/thread_messages",
                Get,
                context => upstream.Value.ThreadMessagesV2(context));
            group.MapMethods(
                $"{prefix}/im/v2.1/messages/actions/thread_messages",
                Get,
                context => upstream.Value.ThreadMessagesV21(context));
        }

        group.MapMethods(
            "/nimserver/qchat/queryThreadTalkHistory.action",
            Post,
            context => upstream.Value.QueryThreadTalkHistory(context));
        group.MapMethods(
            "/nimserver/qchat/batchQueryThreadTalkMeta.action",
            Post,
            context => upstream.Value.BatchQueryThreadTalkMeta(context));
        return group;
    }

    /// <summary>
    /// Maps what tests and developers steer the sandbox by, under <c>/sandbox</c>; no part of the upstream's contract.
    /// </summary>
    /// <returns>The group, so that a host can guard it.</returns>
    public static RouteGroupBuilder MapSandboxControl(this IEndpointRouteBuilder endpoints)
    {
        var store = endpoints.ServiceProvider.GetRequiredService<SandboxStore>();
        var group = endpoints.MapGroup("/sandbox");

        var calls = new CallControl(store.Calls);
        group.MapMethods("/calls", Get, calls.Show);
        group.MapMethods("/calls", Delete, calls.Reset);

        var arrivals = new ArrivalControl(store.Arrivals);
        group.MapMethods("/arrivals", Get, arrivals.Show);
        group.MapMethods("/arrivals", Delete, arrivals.Clear);

        var messages = new MessageControl(store);
        group.MapMethods("/threads", Post, messages.AddThread);
        group.MapMethods("/messages", Post, messages.AddReply);
        group.MapMethods("/messages/{serverId}", Patch, messages.Edit);
        group.MapMethods("/messages/{serverId}", Delete, messages.Remove);

        var faults = new FaultControl(store.Faults);
        group.MapMethods("/faults", Get, faults.Show);
        group.MapMethods("/faults", Post, faults.Add);
        group.MapMethods("/faults", Delete, faults.Clear);
        group.MapMethods("/faults/{id}", Delete, faults.Remove);
        return group;
    }

    private static string[] Get => [HttpMethods.Get];

    private static string[] Post => [HttpMethods.Post];

    private static string[] Patch => [HttpMethods.Patch];

    private static string[] Delete => [HttpMethods.Delete];
}
