namespace ThreadGraph.Access;

/// <summary>The account on whose behalf a request reads. One per request, filled by <see cref="AccessMiddleware"/>.</summary>
internal sealed class Viewer
{
    private string? _accountId;

    /// <summary>The account, in lower case, as the upstream compares accounts (upstream.md 1.1).</summary>
    /// <exception cref="GraphQLException">Nobody has signed in.</exception>
    public string AccountId
    {
        get => _accountId ?? throw Threads.Failures.Unauthenticated();
        set => _accountId = value;
    }

    /// <summary>Whether somebody asks whose name is known.</summary>
    public bool IsSignedIn => _accountId is not null;

    /// <summary>Whether it is the account of those who need not sign in.</summary>
    public bool IsDemo { get; set; }
}
