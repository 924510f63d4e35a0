using System.Text.Json;
using ThreadGraph.Yunxin.Wire;

namespace ThreadGraph.Yunxin.ThreadMessages;

/// <summary>Reads the answer of the IM endpoint (upstream.md 1.2, 3.4).</summary>
internal ref struct ThreadMessagesReader(ReadOnlySpan<byte> body)
{
    private ImMessageReader _messages = new(body.Length);
    private JsonScanner _json = new(body);
    private ThreadAnswer _answer;

    /// <summary>Reads the body to its end.</summary>
    /// <exception cref="JsonException">The body is not complete, valid JSON.</exception>
    internal ThreadAnswer Read()
    {
        if (_json.BeginObject())
        {
            ReadEnvelope();
        }

        _json.End();
        return _answer;
    }

    private void ReadEnvelope()
    {
        while (_json.NextProperty(out var name))
        {
            if (name.SequenceEqual("code"u8))
            {
                _answer.Code = _json.ReadInt32();
            }
            else if (name.SequenceEqual("data"u8))
            {
                ReadData();
            }
            else
            {
                _json.SkipValue();
            }
        }
    }

    private void ReadData()
    {
        if (!_json.BeginObject())
        {
            return;
        }

        var withinRoot = default(ThreadFields);
        while (_json.NextProperty(out var name))
        {
            if (name.SequenceEqual("has_more"u8))
            {
                _answer.HasMore = _json.ReadFlag();
            }
            else if (name.SequenceEqual("next_token"u8))
            {
                _answer.NextToken = _json.ReadText();
            }
            else if (name.SequenceEqual("thread_root"u8))
            {
                _answer.Root = _messages.ReadRoot(ref _json, ref withinRoot);
            }
            else if (!_messages.TryReadThreadField(name, ref _json, ref _answer.Fields))
            {
                _json.SkipValue();
            }
        }

        _answer.Fields.Total ??= withinRoot.Total;
        _answer.Fields.Timestamp ??= withinRoot.Timestamp;
        _answer.Fields.Messages ??= withinRoot.Messages;
    }
}
