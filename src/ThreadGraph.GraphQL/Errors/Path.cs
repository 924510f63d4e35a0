using System.Globalization;
using System.Text;

namespace ThreadGraph.GraphQL;

/// <summary>A position in a response: response names and list indexes (from 0) from the root down.</summary>
/// <remarks>Spec: Response, "Response Position". Made only when an error or a resolver asks for it.</remarks>
public sealed record Path
{
    private Path(Path? parent, string? name, int index)
    {
        Parent = parent;
        Name = name;
        Index = index;
    }

    /// <summary>The position above; <see langword="null"/> for a root field.</summary>
    public Path? Parent { get; }

    /// <summary>The response name of the field; <see langword="null"/> for a list item.</summary>
    public string? Name { get; }

    /// <summary>The item's index, from 0; meaningless where <see cref="Name"/> is set.</summary>
    public int Index { get; }

    /// <summary>The position of a root field.</summary>
    public static Path FromName(string name) => new(null, name, 0);

    /// <summary>The position of a field below this one.</summary>
    public Path Append(string name) => new(this, name, 0);

    /// <summary>The position of an item in the list at this position.</summary>
    public Path Append(int index) => new(this, null, index);

    /// <summary>The segments from the root down: strings and integers.</summary>
    public IReadOnlyList<object> ToList()
    {
        var segments = new List<object>();
        for (var path = this; path is not null; path = path.Parent)
        {
            segments.Add(path.Name ?? (object)path.Index);
        }

        segments.Reverse();
        return segments;
    }

    /// <summary>The position as <c>thread.replies.nodes[3].text</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var segment in ToList())
        {
            if (segment is int index)
            {
                text.Append(CultureInfo.InvariantCulture, $"[{index}]");
            }
            else
            {
                text.Append(text.Length == 0 ? "" : ".").Append(segment);
            }
        }

        return text.ToString();
    }
}
