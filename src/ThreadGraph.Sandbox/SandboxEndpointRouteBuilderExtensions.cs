using ThreadGraph.Sandbox.Control;
using ThreadGraph.Sandbox.Threads;
using ThreadGraph.Sandbox.Upstream;

namespace ThreadGraph.Sandbox;

/// <summary>Maps the sandbox's two groups of endpoints, together or apart.</summary>
public static class SandboxEndpointRouteBuilderExtensions
{
    private const string SingleMessage = "conversations/{conversation_id}/messages/{message_server_id}";

    /// <summary>Maps the upstream's endpoints: IM v2 and v2.1, with and without <c>/nimserver</c>, and QChat.</summary>
    /// <returns>The group, so that a host can put a filter before all of it.</returns>
    public static RouteGroupBuilder MapSandboxUpstream(this IEndpointRouteBuilder endpoints)
    {
        // Made with the first call: wrong options are reported when the host starts, together with the host's own.
        var upstream = new Lazy<SandboxUpstream>(endpoints.ServiceProvider.GetRequiredService<SandboxUpstream>);
        var group = endpoints.MapGroup("");

        // The official SDKs append the v2 paths to the nimserver base (upstream.md 2.1, J and G).
        foreach (var im in (string[])["/im", "/nimserver/im"])
        {
            Map(Get, $"{im}/v2/messages/actions/thread_messages", upstream => upstream.ThreadMessagesV2);
            Map(Get, $"{im}/v2.1/messages/actions/thread_messages", upstream => upstream.ThreadMessagesV21);
            Map(Get, $"{im}/v2/{SingleMessage}", upstream => upstream.SingleMessageV2);
            Map(Get, $"{im}/v2.1/{SingleMessage}", upstream => upstream.SingleMessageV21);
            Map(Get, $"{im}/v2.1/team_members/{{account_id}}/actions/joined_teams", upstream => upstream.JoinedTeams);
            Map(Get, $"{im}/v2.1/teams/{{team_id}}/actions/list_members", upstream => upstream.ListMembers);
        }

        const string QChat = "/nimserver/qchat";
        Map(Post, $"{QChat}/queryThreadTalkHistory.action", upstream => upstream.QueryThreadTalkHistory);
        Map(Post, $"{QChat}/batchQueryThreadTalkMeta.action", upstream => upstream.BatchQueryThreadTalkMeta);
        Map(Post, $"{QChat}/getServerMemberListPage.action", upstream => upstream.GetServerMemberListPage);
        return group;

        void Map(string[] methods, string path, Func<SandboxUpstream, RequestDelegate> serve) =>
            group.MapMethods(path, methods, context => serve(upstream.Value)(context));
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

        var members = new MemberControl(store);
        group.MapMethods("/teams/{id}/members/{account}", Put, members.JoinTeam);
        group.MapMethods("/teams/{id}/members/{account}", Delete, members.LeaveTeam);
        group.MapMethods("/servers/{id}/members/{account}", Put, members.JoinServer);
        group.MapMethods("/servers/{id}/members/{account}", Delete, members.LeaveServer);

        var faults = new FaultControl(store.Faults);
        group.MapMethods("/faults", Get, faults.Show);
        group.MapMethods("/faults", Post, faults.Add);
        group.MapMethods("/faults", Delete, faults.Clear);
        group.MapMethods("/faults/{id}", Delete, faults.Remove);
        return group;
    }

    private static string[] Get => [HttpMethods.Get];

    private static string[] Post => [HttpMethods.Post];

    private static string[] Put => [HttpMethods.Put];

    private static string[] Patch => [HttpMethods.Patch];

    private static string[] Delete => [HttpMethods.Delete];
}
