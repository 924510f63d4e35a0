namespace ThreadGraph.Threads;

/// <summary>The errors that reading threads can end in, each with its code and what to do about it.</summary>
internal static class Failures
{
    public static GraphQLException CursorInvalid(string argument) => With(
        "CURSOR_INVALID",
        $"\"{argument}\" is not a cursor of this API, or was damaged on its way. Use a cursor exactly as it was given.",
        argument);

    public static GraphQLException CursorMismatch(string argument) => With(
        "CURSOR_MISMATCH",
        $"The cursor in \"{argument}\" belongs to another thread, field or filter. Start this list from its beginning.",
        argument);

    public static GraphQLException IdInvalid(string argument) => With(
        ErrorCodes.IdInvalid,
        $"\"{argument}\" holds an ID that names no thread or message of this API. Use an ID from one of its answers.",
        argument);

    public static GraphQLException BadInput(string argument, string message) => With(ErrorCodes.BadUserInput, message, argument);

    public static GraphQLException Unauthenticated() => new(ErrorBuilder.New()
        .SetMessage("Sign in first: send a valid bearer token in the Authorization header.")
        .SetCode("UNAUTHENTICATED")
        .Build());

    public static GraphQLException Forbidden() => new(ErrorBuilder.New()
        .SetMessage("Your account may not read this thread.")
        .SetCode("FORBIDDEN")
        .Build());

    public static GraphQLException ThreadNotFound() => new(ErrorBuilder.New()
        .SetMessage("There is no such thread. Check every value of its root; all of them are part of its identity.")
        .SetCode("THREAD_NOT_FOUND")
        .Build());

    private static GraphQLException With(string code, string message, string argument) => new(ErrorBuilder.New()
        .SetMessage(message)
        .SetCode(code)
        .SetExtension("argument", argument)
        .Build());
}
