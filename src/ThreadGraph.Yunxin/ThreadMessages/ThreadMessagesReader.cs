using System.Text.Json;
using ThreadGraph.Yunxin.Wire;

namespace ThreadGraph.Yunxin.ThreadMessages;

/// <summary>Reads the answer of the IM endpoint (upstream.md 1.2, 3.4).</summary>
internal ref struct ThreadMessagesReader(ReadOnlyMemory<byte> body)
{
    private readonly ImMessageReader _messages = new(body);
    private Utf8JsonReader _reader = JsonReading.Open(body.Span);
    private ThreadAnswer _answer;

    /// <summary>Reads the body to its end.</summary>
    /// <exception cref="JsonException">The body is not complete, valid JSON.</exception>
    internal ThreadAnswer Read()
    {
        if (_reader.BeginObject())
        {
            ReadEnvelope();
        }

        _reader.Read(); // Fails if anything follows.
        return _answer;
    }

    private void ReadEnvelope()
    {
        while (_reader.NextProperty(out var name))
        {
            if (name.SequenceEqual("code"u8))
            {
                _answer.Code = _reader.ReadInt32();
            }
            else if (name.SequenceEqual("data"u8))
            {
                ReadData();
            }
            else
            {
                _reader.SkipValue();
            }
        }
    }

    private void ReadData()
    {
        if (!_reader.BeginObject())
        {
            return;
        }

        var withinRoot = default(ThreadFields);
        while (_reader.NextProperty(out var name))
        {
            if (name.SequenceEqual("has_more"u8))
            {
                _answer.HasMore = _reader.ReadFlag();
            }
            else if (name.SequenceEqual("next_token"u8))
            {
                _answer.NextToken = _reader.ReadText();
            }
            else if (name.SequenceEqual("thread_root"u8))
            {
                _answer.Root = _messages.ReadRoot(ref _reader, ref withinRoot);
            }
            else if (!_messages.TryReadThreadField(name, ref _reader, ref _answer.Fields))
            {
                _reader.SkipValue();
            }
        }

        _answer.Fields.Total ??= withinRoot.Total;
        _answer.Fields.Timestamp ??= withinRoot.Timestamp;
        _answer.Fields.Messages ??= withinRoot.Messages;
    }
}
