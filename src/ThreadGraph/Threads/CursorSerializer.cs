using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using ThreadGraph.GraphQL.Json;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Threads;

/// <summary>Writes cursors that survive restarts and other replicas, and that nobody else can make.</summary>
/// <remarks>
/// A cursor is a version, what it belongs to (as a hash), its place, and a code over all of it. The keys of both are derived
/// from the app's secret, which every replica has anyway.
/// </remarks>
internal sealed class CursorSerializer
{
    private const byte Version = 4;
    private const int CodeBytes = 8;
    private const int MostCharacters = 2048;
    private const int Unknown = -1;

    private readonly SipHash _code;
    private readonly SipHash _mark;

    public CursorSerializer(IOptions<YunxinOptions> options)
    {
        var keys = HMACSHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes(options.Value.AppSecret ?? ""), "ThreadGraph cursor"u8);
        (_code, _mark) = (new SipHash(keys), new SipHash(keys.AsSpan(SipHash.KeyBytes)));
    }

    /// <summary>Writes a cursor as a JSON string.</summary>
    public void Write(in Cursor cursor, CursorScope scope, JsonBuffer output)
    {
        var writer = new KeyWriter(stackalloc byte[KeyWriter.UsualBytes]);
        Begin(ref writer, scope);
        Write(ref writer, cursor);
        Close(ref writer, output);
    }

    /// <summary>Writes the cursor of an outline as a JSON string.</summary>
    public void Write(OutlineCursor cursor, CursorScope scope, JsonBuffer output)
    {
        var writer = new KeyWriter(stackalloc byte[KeyWriter.UsualBytes]);
        Begin(ref writer, scope);
        writer.Write(cursor.Path.Count);
        var last = default(ReplyPosition);
        foreach (var place in cursor.Path)
        {
            // What is near in the tree is near in time, so differences are short.
            writer.Write(place.TimeMs - last.TimeMs);
            writer.Write(place.MessageId - last.MessageId);
            last = place;
        }

        writer.Write(cursor.BatchSize);
        if (cursor.Batch is { } batch)
        {
            Write(ref writer, batch);
        }

        Close(ref writer, output);
    }

    /// <summary>Reads a cursor that a client sent.</summary>
    /// <exception cref="GraphQLException">It is damaged or not ours, or it belongs to something else.</exception>
    public Cursor Parse(string text, CursorScope scope, string argument)
    {
        var reader = new KeyReader(Open(text, scope, argument));
        return ReadCursor(ref reader);
    }

    /// <summary>Reads a cursor of an outline that a client sent.</summary>
    /// <exception cref="GraphQLException">It is damaged or not ours, or it belongs to something else.</exception>
    public OutlineCursor ParseOutline(string text, CursorScope scope, string argument)
    {
        var reader = new KeyReader(Open(text, scope, argument));
        var path = new ReplyPosition[Math.Clamp(reader.ReadInt64(), 0, OutlineCursor.MaxPath)];
        var last = default(ReplyPosition);
        for (var i = 0; i < path.Length; i++)
        {
            path[i] = last = new ReplyPosition(last.TimeMs + reader.ReadInt64(), last.MessageId + reader.ReadInt64());
        }

        var size = (int)reader.ReadInt64();
        return new OutlineCursor(path, size, reader.IsAtEnd ? null : ReadCursor(ref reader));
    }

    private void Begin(ref KeyWriter writer, CursorScope scope)
    {
        writer.Write([Version]);
        writer.Write(scope.Mark(_mark));
    }

    private void Close(ref KeyWriter writer, JsonBuffer output)
    {
        Span<byte> code = stackalloc byte[CodeBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(code, _code.Of(writer.Written));
        writer.Write(code);
        output.WriteBase64Url(writer.Written);
    }

    /// <summary>What a cursor holds, once it is known to be ours.</summary>
    private ReadOnlySpan<byte> Open(string text, CursorScope scope, string argument)
    {
        var bytes = Decode(text);
        if (bytes.Length < 1 + CursorScope.MarkBytes + CodeBytes
            || BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(^CodeBytes..)) != _code.Of(bytes.AsSpan(..^CodeBytes))
            || bytes[0] != Version)
        {
            throw Failures.CursorInvalid(argument);
        }

        return bytes.AsSpan(1, CursorScope.MarkBytes).SequenceEqual(scope.Mark(_mark))
            ? bytes.AsSpan((1 + CursorScope.MarkBytes)..^CodeBytes)
            : throw Failures.CursorMismatch(argument);
    }

    private static void Write(ref KeyWriter writer, in Cursor cursor)
    {
        writer.Write(cursor.Position.TimeMs);
        writer.Write(cursor.Position.MessageId);
        writer.Write(cursor.Index ?? Unknown);
        if (cursor.Resume is { } resume)
        {
            writer.Write(resume.OldestFirst ? 1 : 0);
            writer.Write(resume.BeginMs);
            writer.Write(resume.EndMs);
            writer.Write(resume.Token ?? "");
            writer.Write(resume.Passed ?? Unknown);
        }
    }

    private static Cursor ReadCursor(ref KeyReader reader)
    {
        var position = new ReplyPosition(reader.ReadInt64(), reader.ReadInt64());
        var index = NullIfUnknown(reader.ReadInt64());
        var resume = reader.IsAtEnd ? null : new ChainResume(
            reader.ReadInt64() == 1,
            reader.ReadInt64(),
            reader.ReadInt64(),
            NullIfEmpty(reader.ReadText()),
            NullIfUnknown(reader.ReadInt64()));
        return new Cursor(position, resume, index);
    }

    private static int? NullIfUnknown(long count) => count == Unknown ? null : (int)count;

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static byte[] Decode(string text) =>
        text.Length <= MostCharacters && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : [];
}
