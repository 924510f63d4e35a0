using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace ThreadGraph.GraphQL.Types;

/// <summary>What output fields, arguments, input fields and enum values share.</summary>
public interface IFieldDefinition
{
    /// <summary>The name, unique among its siblings.</summary>
    string Name { get; }

    /// <summary>The description, Markdown; <see langword="null"/> where there is none.</summary>
    string? Description { get; }

    /// <summary>Why it should not be used any more; <see langword="null"/> while it should.</summary>
    string? DeprecationReason { get; }
}

/// <summary>A field of an object or interface.</summary>
public sealed class OutputField : IFieldDefinition
{
    private readonly Lazy<string?> _description;

    internal OutputField(string name, IType type, Func<string?>? description = null)
    {
        Name = name;
        Type = type;
        _description = new Lazy<string?>(description ?? (static () => null));
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public string? Description => _description.Value;

    /// <inheritdoc />
    public string? DeprecationReason { get; internal init; }

    /// <summary>The type of the field's value.</summary>
    public IType Type { get; }

    /// <summary>The arguments in order of declaration.</summary>
    public FieldCollection<InputField> Arguments { get; internal init; } = FieldCollection<InputField>.Empty;

    /// <summary>The property or method that resolves the field; none on interfaces.</summary>
    public MemberInfo? Member { get; internal init; }

    /// <summary>The method that opens the source stream of a subscription field.</summary>
    internal MethodInfo? SourceStream { get; init; }

    /// <summary>Set where the field is a connection.</summary>
    public PagingOptions? Paging { get; internal init; }

    /// <summary>Whether the field leads to more objects of the same tree (<see cref="RecursiveAttribute"/>).</summary>
    public bool IsRecursive { get; internal init; }

    /// <summary>Whether the field leads to objects of a tree, each of them once (<see cref="FlattenedAttribute"/>).</summary>
    public bool IsFlattened { get; internal init; }

    /// <summary>What bounds the list that the field leads to, where it says so.</summary>
    public ListSizeAttribute? ListSize { get; internal init; }

    /// <summary>Names the node type whose ID the field's value is, where that value is written as a global ID.</summary>
    public string? NodeTypeName { get; internal init; }

    /// <inheritdoc />
    public override string ToString() => Name;
}

/// <summary>An argument of a field or directive, or a field of an input object.</summary>
public sealed class InputField : IFieldDefinition
{
    private readonly Lazy<string?> _description;

    internal InputField(string name, IType type, Func<string?>? description = null)
    {
        Name = name;
        Type = type;
        _description = new Lazy<string?>(description ?? (static () => null));
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public string? Description => _description.Value;

    /// <inheritdoc />
    public string? DeprecationReason { get; internal init; }

    /// <summary>The type of the value.</summary>
    public IType Type { get; }

    /// <summary>The default as a literal; <see langword="null"/> where there is none.</summary>
    public Language.IValueNode? DefaultValue { get; internal init; }

    /// <summary>The property of the input object that takes the value.</summary>
    internal PropertyInfo? Property { get; init; }

    /// <summary>Sets that property; made once, for an operation may bring many objects.</summary>
    internal MethodInvoker Setter => field ??= MethodInvoker.Create(Property!.SetMethod!);

    /// <summary>Whether a value must be given. Spec: "Required Arguments".</summary>
    public bool IsRequired => Type is NonNullType && DefaultValue is null;

    /// <inheritdoc />
    public override string ToString() => Name;
}

/// <summary>Fields in order of declaration, found by name.</summary>
public sealed class FieldCollection<T> : IReadOnlyList<T> where T : class, IFieldDefinition
{
    private readonly T[] _fields;
    private readonly Dictionary<string, T> _byName;

    /// <summary>Takes the fields in order.</summary>
    /// <exception cref="ArgumentException">Two fields have one name.</exception>
    public FieldCollection(IEnumerable<T> fields)
    {
        _fields = [.. fields];
        _byName = new Dictionary<string, T>(_fields.Length, StringComparer.Ordinal);
        foreach (var field in _fields)
        {
            if (!_byName.TryAdd(field.Name, field))
            {
                throw new ArgumentException($"The name \"{field.Name}\" is used twice.", nameof(fields));
            }
        }
    }

    /// <summary>The fields that the members of a class make.</summary>
    /// <exception cref="SchemaException">Two of them have one name.</exception>
    internal static FieldCollection<T> Of(IReadOnlyList<T> fields, string place) =>
        fields.GroupBy(static f => f.Name).FirstOrDefault(static g => g.Count() > 1) is { } twice
            ? throw new SchemaException($"{place}: the name \"{twice.Key}\" is used twice; rename one with [GraphQLName].")
            : new FieldCollection<T>(fields);

    /// <summary>A collection without fields.</summary>
    public static FieldCollection<T> Empty { get; } = new([]);

    /// <inheritdoc />
    public int Count => _fields.Length;

    /// <inheritdoc />
    public T this[int index] => _fields[index];

    /// <summary>Finds a field by its exact name.</summary>
    public bool TryGetField(string name, [NotNullWhen(true)] out T? field) => _byName.TryGetValue(name, out field);

    /// <summary>The place of a field, from 0; -1 where there is none of that name.</summary>
    public int IndexOf(string name)
    {
        for (var i = 0; i < _fields.Length; i++)
        {
            if (_fields[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Finds a field by its exact name.</summary>
    public T? Find(string name) => _byName.GetValueOrDefault(name);

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_fields).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _fields.GetEnumerator();
}
