using System.Buffers.Text;
using System.Text;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>Pages through a sorted list; the token is the last key, so entries may come and go between pages.</summary>
internal static class MemberPage
{
    /// <param name="reader">Gives <c>page_token</c> and <c>limit</c>, and takes a bad token's refusal.</param>
    /// <param name="all">Sorted by key.</param>
    /// <param name="key">An entry's key.</param>
    /// <returns>The page, and what leads on from it; null: nothing.</returns>
    public static (T[] Items, string? NextToken) Cut<T>(ParameterReader reader, IEnumerable<T> all, Func<T, string> key)
    {
        var limit = reader.Limit("limit");
        var token = reader.Optional("page_token") ?? "";
        if (token.Length > 0 && !Base64Url.IsValid(token))
        {
            reader.Refuse(Codes.BadParameter, "\"page_token\" is damaged.");
            return ([], null);
        }

        var after = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
        T[] rest = [.. all.Where(item => after.Length == 0 || string.CompareOrdinal(key(item), after) > 0)];
        return rest.Length > limit && limit > 0
            ? (rest[..limit], Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key(rest[limit - 1]))))
            : (rest, null);
    }
}
