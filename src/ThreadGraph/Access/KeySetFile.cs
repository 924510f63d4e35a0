using Microsoft.IdentityModel.Tokens;

namespace ThreadGraph.Access;

/// <summary>Reads keys from a file, so that none stands in a setting.</summary>
internal static class KeySetFile
{
    /// <summary>The keys in a JSON Web Key Set; none where the file cannot be read or holds none.</summary>
    public static IList<SecurityKey>? TryRead(string path)
    {
        try
        {
            var keys = new JsonWebKeySet(File.ReadAllText(path)).GetSigningKeys();
            return keys.Count > 0 ? keys : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
