using System.Text.Json;
using ThreadGraph.Yunxin.Wire;

namespace ThreadGraph.Yunxin.Membership;

/// <summary>
/// Reads the code of an answer of either family and, where there is one, its list of teams (upstream.md 1.2 and 10).
/// </summary>
internal ref struct MembershipReader(ReadOnlySpan<byte> body)
{
    private readonly List<long> _teamIds = [];
    private JsonScanner _json = new(body);
    private int? _code;
    private bool? _hasMore;
    private string? _nextToken;

    /// <summary>Reads the body to its end; teams without an id are left out.</summary>
    /// <exception cref="JsonException">The body is not complete, valid JSON.</exception>
    internal (int? Code, JoinedTeamsPage Page) Read()
    {
        if (_json.BeginObject())
        {
            ReadEnvelope();
        }

        _json.End();

        // The end: has_more is false, or the token is absent or empty, as with messages (upstream.md 14, 10).
        return (_code, new JoinedTeamsPage(_teamIds, _hasMore is false || _nextToken is "" ? null : _nextToken));
    }

    private void ReadEnvelope()
    {
        while (_json.NextProperty(out var name))
        {
            if (name.SequenceEqual("code"u8))
            {
                _code = _json.ReadInt32();
            }
            else if (name.SequenceEqual("data"u8) && _json.BeginObject())
            {
                ReadData();
            }
            else if (!name.SequenceEqual("data"u8))
            {
                _json.SkipValue();
            }
        }
    }

    private void ReadData()
    {
        while (_json.NextProperty(out var name))
        {
            if (name.SequenceEqual("has_more"u8))
            {
                _hasMore = _json.ReadFlag();
            }
            else if (name.SequenceEqual("next_token"u8))
            {
                _nextToken = _json.ReadText();
            }
            else if (name.SequenceEqual("team_info_list"u8))
            {
                ReadTeams();
            }
            else
            {
                _json.SkipValue();
            }
        }
    }

    private void ReadTeams()
    {
        if (!_json.BeginArray())
        {
            return;
        }

        while (_json.NextItem())
        {
            if (_json.BeginObject())
            {
                ReadTeam();
            }
        }
    }

    private void ReadTeam()
    {
        while (_json.NextProperty(out var name))
        {
            if (!name.SequenceEqual("team_id"u8))
            {
                _json.SkipValue();
            }
            else if (_json.ReadInt64() is { } teamId)
            {
                _teamIds.Add(teamId);
            }
        }
    }
}
