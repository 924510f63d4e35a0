using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Threads;

/// <summary>Writes cursors that survive restarts and other replicas, and that nobody else can make.</summary>
/// <remarks>
/// A cursor is a version, what it belongs to (as a hash), its place, and a code over all of it. The code's key is derived
/// from the app's secret, which every replica has anyway.
/// </remarks>
internal sealed class CursorSerializer
{
    private const byte Version = 1;
    private const int ScopeBytes = 6;
    private const int CodeBytes = 10;
    private const int MostCharacters = 2048;

    private readonly byte[] _key;

    public CursorSerializer(IOptions<YunxinOptions> options) => _key = HMACSHA256.HashData(
        System.Text.Encoding.UTF8.GetBytes(options.Value.AppSecret ?? ""), "ThreadGraph cursor"u8);

    /// <summary>The cursor as clients see it.</summary>
    public string Format(Cursor cursor, CursorScope scope)
    {
        var output = new ArrayBufferWriter<byte>(96);
        output.Write([Version]);
        output.Write(Hash(scope));
        var writer = new KeyWriter(output);
        writer.Write(cursor.Position.TimeMs);
        writer.Write(cursor.Position.MessageId);
        if (cursor.Resume is { } resume)
        {
            writer.Write(resume.OldestFirst ? 1 : 0);
            writer.Write(resume.BeginMs);
            writer.Write(resume.EndMs);
            writer.Write(resume.Token ?? "");
        }

        output.Write(Code(output.WrittenSpan));
        return Base64Url.EncodeToString(output.WrittenSpan);
    }

    /// <summary>Reads a cursor that a client sent.</summary>
    /// <exception cref="GraphQLException">It is damaged or not ours, or it belongs to something else.</exception>
    public Cursor Parse(string text, CursorScope scope, string argument)
    {
        var bytes = Decode(text);
        if (bytes.Length < 1 + ScopeBytes + CodeBytes
            || !CryptographicOperations.FixedTimeEquals(bytes.AsSpan(^CodeBytes..), Code(bytes.AsSpan(..^CodeBytes)))
            || bytes[0] != Version)
        {
            throw Failures.CursorInvalid(argument);
        }

        if (!bytes.AsSpan(1, ScopeBytes).SequenceEqual(Hash(scope)))
        {
            throw Failures.CursorMismatch(argument);
        }

        var reader = new KeyReader(bytes.AsSpan((1 + ScopeBytes)..^CodeBytes));
        var position = new ReplyPosition(reader.ReadInt64(), reader.ReadInt64());
        return reader.IsAtEnd
            ? new Cursor(position)
            : new Cursor(position, new ChainResume(
                reader.ReadInt64() == 1, reader.ReadInt64(), reader.ReadInt64(), NullIfEmpty(reader.ReadText())));
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static byte[] Decode(string text) =>
        text.Length <= MostCharacters && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : [];

    private static byte[] Hash(CursorScope scope)
    {
        var output = new ArrayBufferWriter<byte>(96);
        var writer = new KeyWriter(output);
        writer.Write(scope.Field);
        writer.Write(scope.Parent);
        writer.Write(scope.Thread);
        return SHA256.HashData(output.WrittenSpan)[..ScopeBytes];
    }

    private byte[] Code(ReadOnlySpan<byte> content) => HMACSHA256.HashData(_key, content)[..CodeBytes];
}
