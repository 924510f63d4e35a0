namespace ThreadGraph.GraphQL;

/// <summary>The errors of going beyond a limit: they all name the limit, what was met, and the setting.</summary>
internal static class LimitError
{
    /// <param name="code">Which kind of limit.</param>
    /// <param name="message">What there was too much of, and what to do.</param>
    /// <param name="limit">How much is allowed.</param>
    /// <param name="actual">How much there was when counting stopped.</param>
    /// <param name="setting">What an operator can change.</param>
    public static IError Create(string code, string message, long limit, long actual, string setting) => ErrorBuilder.New()
        .SetMessage(message)
        .SetCode(code)
        .SetExtension("limit", limit)
        .SetExtension("actual", actual)
        .SetExtension("setting", setting)
        .Build();
}
