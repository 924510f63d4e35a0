using System.Buffers.Text;
using System.Collections.Frozen;
using System.Text;
using ThreadGraph.GraphQL.Json;

namespace ThreadGraph.GraphQL.Types.Relay;

/// <summary>Writes one kind of key into global IDs and reads it back.</summary>
public interface INodeIdValueSerializer
{
    /// <summary>Whether it serves keys of this .NET type.</summary>
    bool IsSupported(Type type);

    /// <summary>Writes a key.</summary>
    /// <param name="value">The key.</param>
    /// <param name="destination">Where to.</param>
    /// <param name="written">How many bytes were written.</param>
    /// <returns>False where there is no room for it.</returns>
    bool TryFormat(object value, Span<byte> destination, out int written);

    /// <summary>Reads a key; false where the bytes are none.</summary>
    bool TryParse(ReadOnlySpan<byte> bytes, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out object? value);
}

/// <summary>A global ID taken apart.</summary>
/// <param name="TypeName">The node type.</param>
/// <param name="InternalId">The key.</param>
public readonly record struct NodeId(string TypeName, object InternalId);

/// <summary>Global IDs: the type's name, a colon and the key, in URL-safe base64 without padding.</summary>
/// <remarks>See the Relay global object identification specification. An ID is opaque to clients and needs no server state.</remarks>
public interface INodeIdSerializer
{
    /// <summary>The ID of a node.</summary>
    string Format(string typeName, object internalId);

    /// <summary>Writes the ID of a node as a JSON string.</summary>
    void Write(string typeName, object internalId, JsonBuffer output);

    /// <summary>Takes an ID apart; false where it is damaged or was not given out by this server.</summary>
    bool TryParse(string id, out NodeId nodeId);
}

/// <inheritdoc />
/// <param name="types">For each node type's name, the .NET type of its key.</param>
/// <param name="serializers">The known kinds of key.</param>
internal sealed class NodeIdSerializer(
    IReadOnlyDictionary<string, Type> types, IEnumerable<INodeIdValueSerializer> serializers) : INodeIdSerializer
{
    private const int MostCharacters = 4096;
    private const int UsualBytes = 256;

    private readonly FrozenDictionary<string, Kind> _kinds = types.ToFrozenDictionary(
        static pair => pair.Key,
        pair => new Kind(Encoding.UTF8.GetBytes(pair.Key + ":"), serializers.FirstOrDefault(s => s.IsSupported(pair.Value))
            ?? throw new SchemaException(
                $"No INodeIdValueSerializer is registered for {pair.Value}, the key of node type \"{pair.Key}\".")));

    /// <inheritdoc />
    public string Format(string typeName, object internalId)
    {
        using var output = new JsonBuffer();
        Write(typeName, internalId, output);
        return Encoding.ASCII.GetString(output.Written[1..^1]);
    }

    /// <inheritdoc />
    public void Write(string typeName, object internalId, JsonBuffer output)
    {
        var (prefix, serializer) = _kinds[typeName];
        Span<byte> bytes = stackalloc byte[UsualBytes];
        int written;
        while (bytes.Length < prefix.Length || !serializer.TryFormat(internalId, bytes[prefix.Length..], out written))
        {
            bytes = new byte[bytes.Length * 2];
        }

        prefix.CopyTo(bytes);
        output.WriteBase64Url(bytes[..(prefix.Length + written)]);
    }

    /// <inheritdoc />
    public bool TryParse(string id, out NodeId nodeId)
    {
        nodeId = default;
        if (id.Length is 0 or > MostCharacters || !Base64Url.IsValid(id))
        {
            return false;
        }

        ReadOnlySpan<byte> bytes = Base64Url.DecodeFromChars(id);
        var colon = bytes.IndexOf((byte)':');
        if (colon <= 0 || Base64Url.EncodeToString(bytes) != id)
        {
            return false;
        }

        var typeName = Encoding.UTF8.GetString(bytes[..colon]);
        if (!_kinds.TryGetValue(typeName, out var kind)
            || !kind.Serializer.TryParse(bytes[(colon + 1)..], out var key))
        {
            return false;
        }

        nodeId = new NodeId(typeName, key);
        return true;
    }

    /// <summary>How the IDs of a node type are made.</summary>
    /// <remarks>A class, for the framework's code of dictionaries is compiled ahead for classes alone.</remarks>
    private sealed record Kind(byte[] Prefix, INodeIdValueSerializer Serializer);
}
