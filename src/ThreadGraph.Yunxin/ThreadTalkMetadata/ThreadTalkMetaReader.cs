using System.Text.Json;
using ThreadGraph.Yunxin.Wire;

namespace ThreadGraph.Yunxin.ThreadTalkMetadata;

/// <summary>
/// Reads the answer of the QChat metadata endpoint; ids and times come as strings there (upstream.md 11).
/// </summary>
internal ref struct ThreadTalkMetaReader(ReadOnlySpan<byte> body)
{
    private readonly List<ThreadTalkMeta> _entries = [];
    private JsonScanner _json = new(body);
    private int? _code;

    /// <summary>Reads the body to its end; entries without an id are left out.</summary>
    /// <exception cref="JsonException">The body is not complete, valid JSON.</exception>
    internal (int? Code, List<ThreadTalkMeta> Entries) Read()
    {
        if (_json.BeginObject())
        {
            ReadFields();
        }

        _json.End();
        return (_code, _entries);
    }

    private void ReadFields()
    {
        while (_json.NextProperty(out var name))
        {
            if (name.SequenceEqual("code"u8))
            {
                _code = _json.ReadInt32();
            }
            else if (name.SequenceEqual("data"u8))
            {
                ReadEntries();
            }
            else
            {
                _json.SkipValue();
            }
        }
    }

    private void ReadEntries()
    {
        if (!_json.BeginArray())
        {
            return;
        }

        while (_json.NextItem())
        {
            if (_json.BeginObject())
            {
                ReadEntry();
            }
        }
    }

    private void ReadEntry()
    {
        long? id = null, time = null, total = null, timestamp = null;
        while (_json.NextProperty(out var name))
        {
            if (name.SequenceEqual("msgIdServer"u8))
            {
                id = _json.ReadInt64();
            }
            else if (name.SequenceEqual("msgTime"u8))
            {
                time = _json.ReadInt64();
            }
            else if (name.SequenceEqual("total"u8))
            {
                total = _json.ReadInt64();
            }
            else if (name.SequenceEqual("timestamp"u8))
            {
                timestamp = _json.ReadInt64();
            }
            else
            {
                _json.SkipValue();
            }
        }

        if (id is { } known)
        {
            _entries.Add(new(
                known, time ?? 0, total is >= 0 ? total : null, LastReply.TimeMs(total, timestamp, time ?? 0)));
        }
    }
}
