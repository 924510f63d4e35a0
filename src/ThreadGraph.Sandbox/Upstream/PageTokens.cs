using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>
/// Writes and reads <c>next_token</c>: the last message's position, sealed together with the parameters.
/// </summary>
/// <remarks>
/// A token names a position, not an index, so replies may come and go between two pages. It is bound to root, window,
/// order and operator, not to the page size, and stays good after a restart, for it is kept nowhere.
/// </remarks>
internal sealed class PageTokens(string appSecret)
{
    private const byte Version = 1;
    private const int PositionLength = 1 + 8 + 8;
    private const int SealLength = 16;

    private readonly byte[] _key = SHA256.HashData(Encoding.UTF8.GetBytes("page token " + appSecret));

    public string Write(ThreadMessagesRequest request, long timeMs, long serverId)
    {
        Span<byte> token = stackalloc byte[PositionLength + SealLength];
        token[0] = Version;
        BinaryPrimitives.WriteInt64BigEndian(token[1..], timeMs);
        BinaryPrimitives.WriteInt64BigEndian(token[9..], serverId);
        Seal(request, token[..PositionLength], token[PositionLength..]);
        return Base64Url.EncodeToString(token);
    }

    /// <returns>False when the token is damaged, not ours, or of other parameters.</returns>
    public bool TryRead(ThreadMessagesRequest request, out long timeMs, out long serverId)
    {
        (timeMs, serverId) = (0, 0);
        Span<byte> token = stackalloc byte[PositionLength + SealLength];
        if (request.PageToken.Length != Base64Url.GetEncodedLength(token.Length)
            || !Base64Url.IsValid(request.PageToken)
            || !Base64Url.TryDecodeFromChars(request.PageToken, token, out var length)
            || length != token.Length)
        {
            return false;
        }

        Span<byte> seal = stackalloc byte[SealLength];
        Seal(request, token[..PositionLength], seal);
        timeMs = BinaryPrimitives.ReadInt64BigEndian(token[1..]);
        serverId = BinaryPrimitives.ReadInt64BigEndian(token[9..]);
        return token[0] == Version && CryptographicOperations.FixedTimeEquals(seal, token[PositionLength..]);
    }

    private void Seal(ThreadMessagesRequest request, ReadOnlySpan<byte> position, Span<byte> seal)
    {
        // The root's server ID stands for all six values: the others were compared before a token is looked at.
        var parameters = string.Create(
            CultureInfo.InvariantCulture,
            $"{request.ServerId}|{request.BeginTimeMs}|{request.EndTimeMs}|{request.OldestFirst}|{request.OperatorId}");
        byte[] content = [.. position, .. Encoding.UTF8.GetBytes(parameters)];
        HMACSHA256.HashData(_key, content).AsSpan(0, SealLength).CopyTo(seal);
    }
}
