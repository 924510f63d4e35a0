using System.Text;

namespace ThreadGraph.Yunxin.Wire;

/// <summary>The properties that a reader knows of a kind of object.</summary>
/// <typeparam name="TField">What they are to the reader; its default value stands for all that it does not know.</typeparam>
internal sealed class PropertyNames<TField>(params ReadOnlySpan<(string Name, TField Field)> fields) where TField : struct, Enum
{
    private readonly (byte[] Name, TField Field)[] _fields = Encode(fields);

    /// <summary>What a property is.</summary>
    internal TField Find(ReadOnlySpan<byte> name)
    {
        foreach (var field in _fields)
        {
            if (name.SequenceEqual(field.Name))
            {
                return field.Field;
            }
        }

        return default;
    }

    private static (byte[] Name, TField Field)[] Encode(ReadOnlySpan<(string Name, TField Field)> fields)
    {
        var encoded = new (byte[], TField)[fields.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            encoded[i] = (Encoding.UTF8.GetBytes(fields[i].Name), fields[i].Field);
        }

        return encoded;
    }
}
