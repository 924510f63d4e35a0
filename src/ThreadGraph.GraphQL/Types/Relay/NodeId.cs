using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace ThreadGraph.GraphQL.Types.Relay;

/// <summary>Writes one kind of key into global IDs and reads it back.</summary>
public interface INodeIdValueSerializer
{
    /// <summary>Whether it serves keys of this .NET type.</summary>
    bool IsSupported(Type type);

    /// <summary>Writes a key.</summary>
    void Format(object value, IBufferWriter<byte> output);

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

    private readonly Dictionary<string, INodeIdValueSerializer> _serializers = types.ToDictionary(
        pair => pair.Key,
        pair => serializers.FirstOrDefault(s => s.IsSupported(pair.Value)) ?? throw new SchemaException(
            $"No INodeIdValueSerializer is registered for {pair.Value}, the key of node type \"{pair.Key}\"."));

    /// <inheritdoc />
    public string Format(string typeName, object internalId)
    {
        var output = new ArrayBufferWriter<byte>(128);
        output.Write(Encoding.UTF8.GetBytes(typeName));
        output.Write(":"u8);
        _serializers[typeName].Format(internalId, output);
        return Base64Url.EncodeToString(output.WrittenSpan);
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
        if (!_serializers.TryGetValue(typeName, out var serializer)
            || !serializer.TryParse(bytes[(colon + 1)..], out var key))
        {
            return false;
        }

        nodeId = new NodeId(typeName, key);
        return true;
    }
}
