using System.Text.Json;
using ThreadGraph.Yunxin.Wire;

namespace ThreadGraph.Yunxin.ThreadTalkMetadata;

/// <summary>
/// Reads the answer of the QChat metadata endpoint; ids and times come as strings there (upstream.md 11).
/// </summary>
internal ref struct ThreadTalkMetaReader(ReadOnlyMemory<byte> body)
{
    private readonly List<ThreadTalkMeta> _entries = [];
    private Utf8JsonReader _reader = JsonReading.Open(body.Span);
    private int? _code;

    /// <summary>Reads the body to its end; entries without an id are left out.</summary>
    /// <exception cref="JsonException">The body is not complete, valid JSON.</exception>
    internal (int? Code, List<ThreadTalkMeta> Entries) Read()
    {
        if (_reader.BeginObject())
        {
            ReadFields();
        }

        _reader.Read(); // Fails if anything follows.
        return (_code, _entries);
    }

    private void ReadFields()
    {
        while (_reader.NextProperty(out var name))
        {
            if (name.SequenceEqual("code"u8))
            {
                _code = _reader.ReadInt32();
            }
            else if (name.SequenceEqual("data"u8))
            {
                ReadEntries();
            }
            else
            {
                _reader.SkipValue();
            }
        }
    }

    private void ReadEntries()
    {
        if (!_reader.BeginArray())
        {
            return;
        }

        while (_reader.Read() && _reader.TokenType is not JsonTokenType.EndArray)
        {
            if (_reader.TokenType is JsonTokenType.StartObject)
            {
                ReadEntry();
            }
            else
            {
                _reader.Skip();
            }
        }
    }

    private void ReadEntry()
    {
        long? id = null, time = null, total = null, timestamp = null;
        while (_reader.NextProperty(out var name))
        {
            if (name.SequenceEqual("msgIdServer"u8))
            {
                id = _reader.ReadInt64();
            }
            else if (name.SequenceEqual("msgTime"u8))
            {
                time = _reader.ReadInt64();
            }
            else if (name.SequenceEqual("total"u8))
            {
                total = _reader.ReadInt64();
            }
            else if (name.SequenceEqual("timestamp"u8))
            {
                timestamp = _reader.ReadInt64();
            }
            else
            {
                _reader.SkipValue();
            }
        }

        if (id is { } known)
        {
            _entries.Add(new(
                known, time ?? 0, total is >= 0 ? total : null, LastReply.TimeMs(total, timestamp, time ?? 0)));
        }
    }
}
