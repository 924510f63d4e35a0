using System.Text.Json;
using ThreadGraph.Yunxin.Wire;

namespace ThreadGraph.Yunxin.ThreadTalkHistory;

/// <summary>Reads the answer of the QChat endpoint: all fields at the top level (upstream.md 5.3).</summary>
internal ref struct ThreadTalkHistoryReader(ReadOnlySpan<byte> body)
{
    private QChatMessageReader _messages = new(body.Length);
    private JsonScanner _json = new(body);
    private ThreadAnswer _answer;

    /// <summary>Reads the body to its end.</summary>
    /// <exception cref="JsonException">The body is not complete, valid JSON.</exception>
    internal ThreadAnswer Read()
    {
        if (_json.BeginObject())
        {
            ReadFields();
        }

        _json.End();
        return _answer;
    }

    private void ReadFields()
    {
        while (_json.NextProperty(out var name))
        {
            if (name.SequenceEqual("code"u8))
            {
                _answer.Code = _json.ReadInt32();
            }
            else if (name.SequenceEqual("threadMsg"u8))
            {
                _answer.Root = _messages.ReadRoot(ref _json);
            }
            else if (name.SequenceEqual("total"u8))
            {
                _answer.Fields.Total = _json.ReadInt64();
            }
            else if (name.SequenceEqual("timestamp"u8))
            {
                _answer.Fields.Timestamp = _json.ReadInt64();
            }
            else if (name.SequenceEqual("msgs"u8))
            {
                _answer.Fields.Messages = _messages.ReadMessages(ref _json);
            }
            else
            {
                _json.SkipValue();
            }
        }
    }
}
