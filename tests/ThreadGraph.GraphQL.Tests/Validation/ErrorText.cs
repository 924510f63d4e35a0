namespace ThreadGraph.GraphQL.Tests.Validation;

/// <summary>Errors as tests write them: the message, and on a line of its own the places as line:column.</summary>
internal static class ErrorText
{
    public static string Of(IReadOnlyList<IError> errors) => string.Join("\n", errors.Select(Of));

    private static string Of(IError error) => error.Locations.Count == 0
        ? error.Message
        : $"{error.Message}\n  at {string.Join(", ", error.Locations.Select(place => $"{place.Line}:{place.Column}"))}";
}
