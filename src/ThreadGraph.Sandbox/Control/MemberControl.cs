using System.Globalization;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Control;

/// <summary>Members of teams and QChat servers, who join and leave while the sandbox runs.</summary>
internal sealed class MemberControl(SandboxStore store)
{
    /// <summary>PUT /sandbox/teams/{id}/members/{account}</summary>
    public Task JoinTeam(HttpContext context) => Join(context, Team(context));

    /// <summary>DELETE /sandbox/teams/{id}/members/{account}</summary>
    public Task LeaveTeam(HttpContext context) => Leave(context, Team(context));

    /// <summary>PUT /sandbox/servers/{id}/members/{account}</summary>
    public Task JoinServer(HttpContext context) => Join(context, Server(context));

    /// <summary>DELETE /sandbox/servers/{id}/members/{account}</summary>
    public Task LeaveServer(HttpContext context) => Leave(context, Server(context));

    private SandboxMembers? Team(HttpContext context) => store.FindTeam(Id(context))?.Members;

    private SandboxMembers? Server(HttpContext context) => store.FindQChatServer(Id(context));

    private Task Join(HttpContext context, SandboxMembers? members) => Change(context, members, account =>
    {
        members!.Add(new SandboxMember(account, store.NowMs));
        return true;
    });

    private static Task Leave(HttpContext context, SandboxMembers? members) =>
        Change(context, members, account => members!.Remove(account));

    private static Task Change(HttpContext context, SandboxMembers? members, Func<string, bool> change)
    {
        var account = (string)context.Request.RouteValues["account"]!;
        if (members is null || !AccountId.IsValid(account) || !change(account))
        {
            ControlAnswers.Fail(
                context.Response, StatusCodes.Status404NotFound, "There is no such team, server or member.");
            return Task.CompletedTask;
        }

        ControlAnswers.NoContent(context.Response);
        return Task.CompletedTask;
    }

    private static long Id(HttpContext context)
    {
        var text = (string?)context.Request.RouteValues["id"];
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1;
    }
}
