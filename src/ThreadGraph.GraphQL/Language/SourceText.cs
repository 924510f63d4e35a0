using System.Text;
using Utf16ToUtf8 = System.Text.Unicode.Utf8;

namespace ThreadGraph.GraphQL.Language;

/// <summary>The text of a document, as UTF-8 bytes.</summary>
/// <param name="utf8">The bytes; kept, not copied, so they must not change afterwards.</param>
public sealed class SourceText(ReadOnlyMemory<byte> utf8)
{
    private int[]? _lineStarts;

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; } = utf8;

    /// <summary>The number of bytes.</summary>
    public int Length => Utf8.Length;

    /// <summary>Takes the text from a string.</summary>
    /// <remarks>
    /// A lone surrogate has no UTF-8 form. It is written as the three bytes that its number would have, which is
    /// invalid UTF-8, so that the parser refuses it where it stands instead of reading a replacement character.
    /// </remarks>
    public static SourceText From(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var utf8 = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        int read = 0, written = 0;
        while (read < text.Length)
        {
            Utf16ToUtf8.FromUtf16(
                text.AsSpan(read),
                utf8.AsSpan(written),
                out var charsRead,
                out var bytesWritten,
                replaceInvalidSequences: false);
            read += charsRead;
            written += bytesWritten;
            if (read < text.Length)
            {
                var surrogate = text[read++];
                utf8[written++] = (byte)(0xE0 | (surrogate >> 12));
                utf8[written++] = (byte)(0x80 | ((surrogate >> 6) & 0x3F));
                utf8[written++] = (byte)(0x80 | (surrogate & 0x3F));
            }
        }

        return new SourceText(utf8.AsMemory(0, written));
    }

    /// <summary>Line and column of a byte.</summary>
    /// <param name="offset">Offset of the byte, from 0; the length stands for the end of the text.</param>
    /// <exception cref="ArgumentOutOfRangeException">The offset is negative or beyond the end.</exception>
    /// <remarks>Spec: Language, "Line Terminators": \n, \r\n and a lone \r each end a line.</remarks>
    public SourcePosition GetPosition(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Length);
        var lineStarts = _lineStarts ??= FindLineStarts(Utf8.Span);
        var found = Array.BinarySearch(lineStarts, offset);
        var line = found >= 0 ? found : ~found - 1;
        // A document may be one long line, and an error may have many places in it.
        return new SourcePosition(line + 1, Encoding.UTF8.GetCharCount(Utf8.Span[lineStarts[line]..offset]) + 1);
    }

    /// <summary>The text itself.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Utf8.Span);

    private static int[] FindLineStarts(ReadOnlySpan<byte> utf8)
    {
        var starts = new List<int> { 0 };
        var position = 0;
        while (utf8[position..].IndexOfAny((byte)'\n', (byte)'\r') is var next and >= 0)
        {
            position += next;
            var isPair = utf8[position] == '\r' && position + 1 < utf8.Length && utf8[position + 1] == '\n';
            position += isPair ? 2 : 1;
            starts.Add(position);
        }

        return [.. starts];
    }
}
