namespace ThreadGraph.GraphQL;

/// <summary>The codes that the engine itself gives to errors.</summary>
public static class ErrorCodes
{
    /// <summary>The document is not GraphQL.</summary>
    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";

    /// <summary>The document does not fit the schema.</summary>
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>The request, a variable or an argument has a value that cannot be used.</summary>
    public const string BadUserInput = "BAD_USER_INPUT";

    /// <summary>A global ID is damaged or names a thing of another type.</summary>
    public const string IdInvalid = "ID_INVALID";

    /// <summary>More items were asked for than one page may hold.</summary>
    public const string PageSizeLimit = "PAGE_SIZE_LIMIT";

    /// <summary>The document is larger or deeper than the server reads.</summary>
    public const string DocumentLimit = "DOCUMENT_LIMIT";

    /// <summary>The answer might become larger, or cost more upstream calls, than is allowed.</summary>
    public const string CostLimit = "COST_LIMIT";

    /// <summary>No document is known by the ID or hash that was sent. The name is Apollo's: its clients look for it.</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>Documents cannot be registered by sending them. The name is Apollo's: its clients look for it.</summary>
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>Only trusted documents are executed here, and this is none.</summary>
    public const string DocumentNotTrusted = "DOCUMENT_NOT_TRUSTED";

    /// <summary>The server failed.</summary>
    public const string Internal = "INTERNAL";
}
