using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Types;

/// <summary>An enum type.</summary>
/// <remarks>Spec: Type System, "Enums".</remarks>
public sealed class EnumType : TypeDefinition, ILeafType
{
    internal EnumType(string name, IEnumerable<EnumValue> values, Func<string?>? description = null, Type? runtimeType = null)
        : base(name, description)
    {
        Values = new FieldCollection<EnumValue>(values);
        RuntimeType = runtimeType ?? typeof(string);
    }

    /// <inheritdoc />
    public override TypeKind Kind => TypeKind.Enum;

    /// <summary>The values in order of declaration.</summary>
    public FieldCollection<EnumValue> Values { get; }

    /// <inheritdoc />
    public Type RuntimeType { get; }

    /// <inheritdoc />
    public bool TryParseLiteral(
        IValueNode literal, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? problem)
    {
        if (literal is EnumValueNode node)
        {
            return TryParseName(node.Value, out value, out problem);
        }

        value = null;
        problem = literal is StringValueNode text
            ? $"Enum \"{Name}\" cannot represent non-enum value: {literal}.{Suggest(text.Value)}"
            : $"Enum \"{Name}\" cannot represent non-enum value: {literal}.";
        return false;
    }

    /// <inheritdoc />
    public bool TryParseValue(
        JsonElement json, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? problem)
    {
        if (json.ValueKind == JsonValueKind.String)
        {
            return TryParseName(json.GetString()!, out value, out problem);
        }

        value = null;
        problem = $"Enum \"{Name}\" cannot represent non-string value: {json.GetRawText()}.";
        return false;
    }

    /// <inheritdoc />
    public IValueNode FormatLiteral(object value) =>
        Values.FirstOrDefault(v => v.RuntimeValue.Equals(value)) is { } found
            ? new EnumValueNode(Location.None, found.Name)
            : throw new SchemaException($"The enum \"{Name}\" has no value {value}.");

    private bool TryParseName(
        string name, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? problem)
    {
        if (Values.TryGetField(name, out var found))
        {
            value = found.RuntimeValue;
            problem = null;
            return true;
        }

        value = null;
        problem = $"Value \"{name}\" does not exist in \"{Name}\" enum.{Suggest(name)}";
        return false;
    }

    /// <summary>What the schema suggests; set when the schema is complete.</summary>
    internal Suggestions Suggestions { get; set; } = new();

    private string Suggest(string name) => Suggestions.DidYouMean("the enum value", name, Values.Select(v => v.Name));
}

/// <summary>A value of an enum.</summary>
public sealed class EnumValue : IFieldDefinition
{
    private readonly Lazy<string?> _description;

    internal EnumValue(string name, object? runtimeValue = null, Func<string?>? description = null)
    {
        Name = name;
        RuntimeValue = runtimeValue ?? name;
        _description = new Lazy<string?>(description ?? (static () => null));
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public string? Description => _description.Value;

    /// <inheritdoc />
    public string? DeprecationReason { get; internal init; }

    /// <summary>The .NET value that stands for it.</summary>
    public object RuntimeValue { get; }
}
