using System.Text;

namespace ThreadGraph.GraphQL.Language;

/// <summary>Collects the pieces of a printed document and decides which lists are broken over lines.</summary>
/// <remarks>
/// Whether a list is broken depends on its own length, which is known at its end: its brackets and separators are
/// left open till then, and the text is put together once at the very end, so printing stays linear. Lengths are
/// counted as graphql-js counts them: UTF-16 code units, line ends and the indentation of nested blocks included.
/// </remarks>
internal sealed class SyntaxWriter
{
    private readonly List<Piece> _pieces = [];
    private int _newlines;

    private enum PieceKind
    {
        Text,
        NewLine,
        Indent,
        Dedent,
        Open,
        Separator,
        Close,
    }

    /// <summary>The length of all that was written so far.</summary>
    public int Length { get; private set; }

    /// <summary>Writes text; its line ends keep the indentation of the place where it stands.</summary>
    public void Write(string text)
    {
        var rest = 0;
        while (text.IndexOf('\n', rest) is var end and >= 0)
        {
            WriteLine(text[rest..end]);
            rest = end + 1;
        }

        _pieces.Add(new Piece(PieceKind.Text, rest == 0 ? text : text[rest..]));
        Length += text.Length - rest;
    }

    /// <summary>Writes text without a line end of its own, and ends the line.</summary>
    public void WriteLine(string text = "")
    {
        _pieces.Add(new Piece(PieceKind.Text, text));
        _pieces.Add(new Piece(PieceKind.NewLine));
        Length += text.Length + 1;
        _newlines++;
    }

    /// <summary>Starts an indented block on a line of its own.</summary>
    /// <returns>What <see cref="EndBlock"/> needs.</returns>
    public int StartBlock()
    {
        _pieces.Add(new Piece(PieceKind.Indent));
        WriteLine();
        return _newlines;
    }

    /// <summary>Ends an indented block and its last line.</summary>
    public void EndBlock(int start)
    {
        Length += IndentLength(_newlines - start);
        _pieces.Add(new Piece(PieceKind.Dedent));
        WriteLine();
    }

    /// <summary>Starts a list.</summary>
    /// <param name="open">What stands before the items on one line; broken, without the space at its end.</param>
    /// <param name="close">What stands behind them; broken, without the space at its start.</param>
    public Group Open(string open, string close)
    {
        var group = new Group(open, close) { Start = Length + open.Length, Newlines = _newlines };
        _pieces.Add(new Piece(PieceKind.Open, Group: group));
        Length += open.Length;
        return group;
    }

    /// <summary>Separates two items of a list.</summary>
    public void Separate(Group group)
    {
        group.Separators++;
        _pieces.Add(new Piece(PieceKind.Separator, Group: group));
        Length += Group.Separator.Length;
    }

    /// <summary>The length of a list's items and separators, if it stays on one line.</summary>
    public int InnerLength(Group group) => Length - group.Start;

    /// <summary>Whether any item of a list takes several lines.</summary>
    public bool HasLines(Group group) => _newlines > group.Newlines;

    /// <summary>Ends a list.</summary>
    /// <param name="group">The list.</param>
    /// <param name="broken">Whether each item gets a line of its own.</param>
    /// <param name="indented">Whether these lines are indented.</param>
    public void Close(Group group, bool broken, bool indented = true)
    {
        _pieces.Add(new Piece(PieceKind.Close, Group: group));
        if (!broken)
        {
            Length += group.Close.Length;
            return;
        }

        group.Broken = true;
        group.Indented = indented;
        _newlines += group.Separators;
        Length -= group.Separators * (Group.Separator.Length - 1);
        Length += indented ? IndentLength(_newlines - group.Newlines) : 0;
        Length += group.BrokenOpen.Length - group.Open.Length + group.BrokenClose.Length + 2;
        _newlines += 2;
    }

    /// <summary>All that was written.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        var level = 0;
        foreach (var piece in _pieces)
        {
            switch (piece.Kind)
            {
                case PieceKind.Text:
                    text.Append(piece.Text);
                    break;
                case PieceKind.NewLine:
                    EndLine(text, level);
                    break;
                case PieceKind.Indent:
                    level++;
                    break;
                case PieceKind.Dedent:
                    level--;
                    break;
                default:
                    level = AppendBracket(text, piece.Kind, piece.Group!, level);
                    break;
            }
        }

        return text.ToString();
    }

    private static int AppendBracket(StringBuilder text, PieceKind kind, Group group, int level)
    {
        if (!group.Broken)
        {
            text.Append(kind switch
            {
                PieceKind.Open => group.Open,
                PieceKind.Separator => Group.Separator,
                _ => group.Close,
            });
            return level;
        }

        var step = group.Indented ? 1 : 0;
        switch (kind)
        {
            case PieceKind.Open:
                level += step;
                EndLine(text.Append(group.BrokenOpen), level);
                break;
            case PieceKind.Separator:
                EndLine(text, level);
                break;
            default:
                level -= step;
                EndLine(text, level);
                text.Append(group.BrokenClose);
                break;
        }

        return level;
    }

    private static void EndLine(StringBuilder text, int level) => text.Append('\n').Append(' ', level * 2);

    /// <summary>What the indentation of a block with so many line ends adds to its length.</summary>
    private static int IndentLength(int newlines) => 2 * (newlines + 1);

    /// <summary>A list whose brackets and separators are decided at its end.</summary>
    public sealed class Group(string open, string close)
    {
        public const string Separator = ", ";

        public string Open { get; } = open;

        public string Close { get; } = close;

        public string BrokenOpen { get; } = open.TrimEnd();

        public string BrokenClose { get; } = close.TrimStart();

        public int Start { get; init; }

        public int Newlines { get; init; }

        public int Separators { get; set; }

        public bool Broken { get; set; }

        public bool Indented { get; set; }
    }

    private readonly record struct Piece(PieceKind Kind, string Text = "", Group? Group = null);
}
