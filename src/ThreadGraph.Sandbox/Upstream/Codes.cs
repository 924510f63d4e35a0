namespace ThreadGraph.Sandbox.Upstream;

/// <summary>The body codes that the sandbox answers with (upstream.md 3.5, 5.4 and 8).</summary>
internal static class Codes
{
    public const int Success = 200;
    public const int NoPermission = 403;
    public const int NotFound = 404;
    public const int BadParameter = 414;
    public const int TooFrequent = 416;
    public const int DuplicateRequest = 431;
    public const int UnknownAppKey = 101303;
    public const int UnknownAccount = 102404;
    public const int UnknownMessage = 107404;
    public const int BadTimeRange = 107439;
    public const int UnknownTeam = 108404;
    public const int UnknownTeamMember = 109404;
}
