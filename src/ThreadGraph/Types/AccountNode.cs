using ThreadGraph.Threads;

namespace ThreadGraph.Types;

/// <summary>Accounts are nodes by their names alone.</summary>
[Node]
[ObjectType<Account>]
internal static partial class AccountNode
{
    /// <summary>Finds an account by its ID.</summary>
    [NodeResolver]
    public static ValueTask<Account> GetAccountById(string id) => ValueTask.FromResult(new Account(id));
}
