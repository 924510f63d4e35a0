namespace ThreadGraph.GraphQL.Types;

/// <summary>An input object type.</summary>
/// <remarks>Spec: Type System, "Input Objects".</remarks>
public sealed class InputObjectType : TypeDefinition
{
    internal InputObjectType(string name, Func<string?>? description = null, Type? runtimeType = null)
        : base(name, description) => RuntimeType = runtimeType ?? typeof(object);

    /// <inheritdoc />
    public override TypeKind Kind => TypeKind.InputObject;

    /// <summary>The .NET type that a coerced value has.</summary>
    public Type RuntimeType { get; }

    /// <summary>The fields in order of declaration.</summary>
    public FieldCollection<InputField> Fields { get; internal set; } = FieldCollection<InputField>.Empty;

    /// <summary>Whether exactly one field must be given. Spec: "OneOf Input Objects".</summary>
    public bool IsOneOf { get; internal init; }
}
