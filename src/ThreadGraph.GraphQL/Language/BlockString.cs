using System.Text;

namespace ThreadGraph.GraphQL.Language;

/// <summary>From the characters between triple quotes to the value they mean, and back.</summary>
/// <remarks>Spec: Language, "Block Strings".</remarks>
internal static class BlockString
{
    private const string Quotes = "\"\"\"";
    private const string EscapedQuotes = "\\\"\"\"";

    /// <summary>The value of a block string: without common indentation and without blank lines around it.</summary>
    /// <param name="raw">The characters between the quotes.</param>
    /// <remarks>Spec: BlockStringValue(rawValue). Two passes, so that no line becomes a string of its own.</remarks>
    public static string Parse(string raw)
    {
        var unescaped = raw.Replace(EscapedQuotes, Quotes, StringComparison.Ordinal);
        var commonIndent = int.MaxValue;
        int index = 0, first = -1, last = -1;
        var rest = unescaped.AsSpan();
        for (var more = true; more; index++)
        {
            more = NextLine(ref rest, out var line);
            var indent = CountIndent(line);
            if (indent == line.Length)
            {
                continue;
            }

            first = first < 0 ? index : first;
            last = index;
            commonIndent = index == 0 ? commonIndent : Math.Min(commonIndent, indent);
        }

        var value = new StringBuilder(unescaped.Length);
        rest = unescaped;
        for (index = 0; index <= last; index++)
        {
            NextLine(ref rest, out var line);
            if (index < first)
            {
                continue;
            }

            value.Append(index > first ? "\n" : "");
            value.Append(index == 0 ? line : line[Math.Min(commonIndent, line.Length)..]);
        }

        return value.ToString();
    }

    /// <summary>A value between triple quotes, in the layout of graphql-js.</summary>
    /// <remarks>A short single line stays on the line of its quotes; all others get lines of their own.</remarks>
    public static string Print(string value)
    {
        var escaped = value.Replace(Quotes, EscapedQuotes, StringComparison.Ordinal);
        var isSingleLine = escaped.AsSpan().IndexOfAny('\n', '\r') < 0;
        var endsInTripleQuotes = escaped.EndsWith(EscapedQuotes, StringComparison.Ordinal);

        // A quote would merge with the closing ones and a backslash would escape them.
        var mustEndLine = value.EndsWith('\\') || (value.EndsWith('"') && !endsInTripleQuotes);

        var isSpacious = !isSingleLine || value.Length > 70 || mustEndLine || endsInTripleQuotes;

        // On a line of its own a single line would lose its indentation.
        var startsIndented = isSingleLine && CountIndent(value) > 0;

        var before = isSpacious && !startsIndented ? "\n" : "";
        var after = isSpacious ? "\n" : "";
        return $"{Quotes}{before}{escaped}{after}{Quotes}";
    }

    /// <summary>Whether a value comes back unchanged when printed as a block string and parsed.</summary>
    /// <remarks>The same choice as graphql-js makes for descriptions in an exported schema.</remarks>
    public static bool IsPrintable(string value)
    {
        foreach (var character in value)
        {
            if (character <= '\u000F' && character is not ('\t' or '\n'))
            {
                return false;
            }
        }

        return value.Length == 0
            || (HasInk(FirstLine(value)) && HasInk(LastLine(value)) && !IsIndentedThroughout(value));
    }

    private static bool IsIndentedThroughout(string value) =>
        value.Contains('\n') && CountIndent(value) > 0 && IsIndentedBehindFirstLine(value);

    /// <summary>Whether each line but the first is empty or starts with white space.</summary>
    private static bool IsIndentedBehindFirstLine(ReadOnlySpan<char> value)
    {
        var more = NextLine(ref value, out _);
        while (more)
        {
            more = NextLine(ref value, out var line);
            if (line.Length > 0 && CountIndent(line) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static ReadOnlySpan<char> FirstLine(ReadOnlySpan<char> value)
    {
        var length = value.IndexOf('\n');
        return length < 0 ? value : value[..length];
    }

    private static ReadOnlySpan<char> LastLine(ReadOnlySpan<char> value) => value[(value.LastIndexOf('\n') + 1)..];

    private static bool HasInk(ReadOnlySpan<char> line) => CountIndent(line) < line.Length;

    /// <summary>Takes the next line off the front.</summary>
    /// <returns>Whether another line follows.</returns>
    private static bool NextLine(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> line)
    {
        var length = rest.IndexOfAny('\n', '\r');
        if (length < 0)
        {
            line = rest;
            rest = default;
            return false;
        }

        line = rest[..length];
        rest = rest[(rest[length..].StartsWith("\r\n") ? length + 2 : length + 1)..];
        return true;
    }

    /// <summary>Number of leading spaces and tabs.</summary>
    private static int CountIndent(ReadOnlySpan<char> line)
    {
        var length = line.IndexOfAnyExcept(' ', '\t');
        return length < 0 ? line.Length : length;
    }
}
