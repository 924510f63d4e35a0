namespace ThreadGraph.Hosting;

/// <summary>Secrets from files, so that none has to stand in the environment, where other processes may see it.</summary>
/// <remarks>A setting's name with <c>File</c> behind it names the file; a line's end behind the secret is not part of it.</remarks>
internal static class SecretFiles
{
    private const string SigningKeys = "Authentication:Schemes:Bearer:SigningKeys";

    /// <summary>Reads the files that the configuration names; one that cannot be read stops the start.</summary>
    public static void AddSecretFiles(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        string[] secrets =
        [
            "Yunxin:AppSecret",
            .. settings.GetSection(SigningKeys).GetChildren().Select(static key => $"{key.Path}:Value"),
        ];
        var read = new Dictionary<string, string?>();
        foreach (var secret in secrets)
        {
            if (settings[$"{secret}File"] is { Length: > 0 } path && !TryRead(builder, secret, path, read))
            {
                builder.Services.AddOptions<Unread>().Validate(
                    static _ => false, $"{secret}File is \"{path}\", which cannot be read; or give {secret} instead, not both.");
            }
        }

        builder.Services.AddOptions<Unread>().ValidateOnStart();
        settings.AddInMemoryCollection(read);
    }

    private static bool TryRead(
        WebApplicationBuilder builder, string secret, string path, Dictionary<string, string?> read)
    {
        if (builder.Configuration[secret] is { Length: > 0 })
        {
            return false;
        }

        try
        {
            read[secret] = File.ReadAllText(path).TrimEnd('\r', '\n');
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Carries the mistakes to where all mistakes are reported.</summary>
    private sealed class Unread;
}
