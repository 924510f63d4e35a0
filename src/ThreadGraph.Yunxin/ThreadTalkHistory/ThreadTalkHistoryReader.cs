using System.Text.Json;
using ThreadGraph.Yunxin.Wire;

namespace ThreadGraph.Yunxin.ThreadTalkHistory;

/// <summary>Reads the answer of the QChat endpoint: all fields at the top level (upstream.md 5.3).</summary>
internal ref struct ThreadTalkHistoryReader(ReadOnlyMemory<byte> body)
{
    private readonly QChatMessageReader _messages = new(body);
    private Utf8JsonReader _reader = JsonReading.Open(body.Span);
    private ThreadAnswer _answer;

    /// <summary>Reads the body to its end.</summary>
    /// <exception cref="JsonException">The body is not complete, valid JSON.</exception>
    internal ThreadAnswer Read()
    {
        if (_reader.BeginObject())
        {
            ReadFields();
        }

        _reader.Read(); // Fails if anything follows.
        return _answer;
    }

    private void ReadFields()
    {
        while (_reader.NextProperty(out var name))
        {
            if (name.SequenceEqual("code"u8))
            {
                _answer.Code = _reader.ReadInt32();
            }
            else if (name.SequenceEqual("threadMsg"u8))
            {
                _answer.Root = _messages.ReadRoot(ref _reader);
            }
            else if (name.SequenceEqual("total"u8))
            {
                _answer.Fields.Total = _reader.ReadInt64();
            }
            else if (name.SequenceEqual("timestamp"u8))
            {
                _answer.Fields.Timestamp = _reader.ReadInt64();
            }
            else if (name.SequenceEqual("msgs"u8))
            {
                _answer.Fields.Messages = _messages.ReadMessages(ref _reader);
            }
            else
            {
                _reader.SkipValue();
            }
        }
    }
}
