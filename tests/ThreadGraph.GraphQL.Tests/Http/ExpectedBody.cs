namespace ThreadGraph.GraphQL.Tests.Http;

/// <summary>The whole body of a refusal, for tables that list many messages.</summary>
internal static class ExpectedBody
{
    public static string BadInput(string message) =>
        "{\"errors\":[{\"message\":\"" + message.Replace("\"", "\\\"", StringComparison.Ordinal) +
        "\",\"extensions\":{\"code\":\"BAD_USER_INPUT\"}}]}";
}
