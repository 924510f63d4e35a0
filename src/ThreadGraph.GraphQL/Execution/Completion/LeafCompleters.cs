using System.Collections.Frozen;
using System.Text;
using ThreadGraph.GraphQL.Types;
using ThreadGraph.GraphQL.Types.Relay;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>Writes leaves. What a serializer refuses is a field error.</summary>
internal abstract class LeafCompleter<TValue>(bool isNonNull) : ValueCompleter<TValue>(isNonNull)
{
    protected sealed override bool CompleteNotNull(TValue value, FieldPlan field, Strand strand)
    {
        var start = strand.Buffer.Length;
        try
        {
            Write(value, strand);
            return true;
        }
        catch (Exception exception)
        {
            strand.Buffer.CutTo(start);
            strand.Fail(field, exception);
            if (IsNonNull)
            {
                return false;
            }

            strand.Buffer.WriteNull();
            return true;
        }
    }

    protected abstract void Write(TValue value, Strand strand);
}

/// <summary>Writes scalars.</summary>
internal sealed class ScalarCompleter<TValue>(bool isNonNull, ScalarType<TValue> scalar)
    : LeafCompleter<TValue>(isNonNull) where TValue : notnull
{
    protected override void Write(TValue value, Strand strand) => scalar.Serialize(value, strand.Buffer);
}

/// <summary>Writes values that know how they are written.</summary>
internal sealed class JsonStringCompleter<TValue>(bool isNonNull) : LeafCompleter<TValue>(isNonNull)
    where TValue : IJsonString
{
    protected override void Write(TValue value, Strand strand) => value.WriteTo(strand.Buffer);
}

/// <summary>Writes enum values by their names.</summary>
internal sealed class EnumCompleter<TValue>(bool isNonNull, EnumType type)
    : LeafCompleter<TValue>(isNonNull) where TValue : notnull
{
    private readonly FrozenDictionary<TValue, byte[]> _names = type.Values.ToFrozenDictionary(
        static v => (TValue)v.RuntimeValue, static v => Encoding.UTF8.GetBytes(v.Name));

    protected override void Write(TValue value, Strand strand)
    {
        if (!_names.TryGetValue(value, out var name))
        {
            throw new GraphQLException($"Enum \"{type.Name}\" cannot represent value: {value}");
        }

        strand.Buffer.WriteAsciiString(name);
    }
}

/// <summary>Writes keys as global IDs.</summary>
internal sealed class NodeIdCompleter<TValue>(bool isNonNull, string typeName, INodeIdSerializer serializer)
    : LeafCompleter<TValue>(isNonNull)
{
    protected override void Write(TValue value, Strand strand) =>
        serializer.Write(typeName, value!, strand.Buffer);
}

/// <summary>Writes nullable structs.</summary>
internal sealed class NullableCompleter<TValue>(ValueCompleter<TValue> inner) : ValueCompleter<TValue?>(isNonNull: false)
    where TValue : struct
{
    protected override bool CompleteNotNull(TValue? value, FieldPlan field, Strand strand) =>
        inner.Complete(value.GetValueOrDefault(), field, strand);
}
