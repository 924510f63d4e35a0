namespace ThreadGraph.GraphQL.Types;

/// <summary>Finds the names that a mistyped one may stand for.</summary>
internal sealed class Suggestions
{
    private const int MostNames = 5;

    /// <summary>Whether names are suggested at all: they tell a stranger what the schema holds.</summary>
    public bool AreEnabled { get; set; } = true;

    /// <summary>A sentence such as <c> Did you mean "first"?</c>, or nothing when no name is near enough.</summary>
    /// <param name="subject">What the names are, with its article; empty for none.</param>
    /// <param name="input">The name that was not found.</param>
    /// <param name="options">The names that exist.</param>
    public string DidYouMean(string subject, string input, IEnumerable<string> options)
    {
        var names = AreEnabled ? Near(input, options) : [];
        return names.Count == 0 ? "" : $" Did you mean {(subject.Length == 0 ? "" : subject + " ")}{Or(names)}?";
    }

    /// <summary>The names within an edit distance of two fifths of the input's length, nearest first.</summary>
    public static IReadOnlyList<string> Near(string input, IEnumerable<string> options)
    {
        var threshold = (int)Math.Floor(input.Length * 0.4) + 1;
        return
        [
            .. options
                .Select(option => (option, distance: Distance(input, option, threshold)))
                .Where(pair => pair.distance <= threshold)
                .OrderBy(pair => pair.distance)
                .ThenBy(pair => pair.option, StringComparer.Ordinal)
                .Select(pair => pair.option)
                .Take(MostNames),
        ];
    }

    /// <summary>Names as one reads them out: <c>"a", "b", or "c"</c>.</summary>
    public static string Or(IReadOnlyList<string> names) => names.Count switch
    {
        1 => $"\"{names[0]}\"",
        2 => $"\"{names[0]}\" or \"{names[1]}\"",
        _ => string.Join(", ", names.Take(names.Count - 1).Select(n => $"\"{n}\"")) + $", or \"{names[^1]}\"",
    };

    /// <summary>Damerau-Levenshtein distance (restricted: adjacent swaps), a change of case counting as one edit.</summary>
    private static int Distance(string left, string right, int threshold)
    {
        if (left == right)
        {
            return 0;
        }

        if (string.Equals(left, right, StringComparison.OrdinalIgnoreCase))
        {
            return 1;
        }

        if (Math.Abs(left.Length - right.Length) > threshold)
        {
            return threshold + 1;
        }

        var a = left.ToLowerInvariant();
        var b = right.ToLowerInvariant();
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            rows[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            rows[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, rows[i - 2, j - 2] + 1);
                }

                rows[i, j] = best;
            }
        }

        return rows[a.Length, b.Length];
    }
}
