namespace ThreadGraph.GraphQL.Types;

/// <summary>A type with fields: an object or an interface.</summary>
public abstract class ComplexTypeDefinition : TypeDefinition
{
    private protected ComplexTypeDefinition(string name, Func<string?>? description, Type runtimeType)
        : base(name, description) => RuntimeType = runtimeType;

    /// <summary>The .NET type of the values that resolvers hand over.</summary>
    public Type RuntimeType { get; }

    /// <summary>The fields in order of declaration.</summary>
    public FieldCollection<OutputField> Fields { get; internal set; } = FieldCollection<OutputField>.Empty;

    /// <summary>The implemented interfaces, those that they implement in turn included.</summary>
    public IReadOnlyList<InterfaceType> Implements { get; internal set; } = [];
}

/// <summary>An object type.</summary>
/// <remarks>Spec: Type System, "Objects".</remarks>
public sealed class ObjectType : ComplexTypeDefinition
{
    internal ObjectType(string name, Func<string?>? description = null, Type? runtimeType = null)
        : base(name, description, runtimeType ?? typeof(object))
    {
    }

    /// <inheritdoc />
    public override TypeKind Kind => TypeKind.Object;
}

/// <summary>An interface type.</summary>
/// <remarks>Spec: Type System, "Interfaces".</remarks>
public sealed class InterfaceType : ComplexTypeDefinition
{
    internal InterfaceType(string name, Func<string?>? description = null, Type? runtimeType = null)
        : base(name, description, runtimeType ?? typeof(object))
    {
    }

    /// <inheritdoc />
    public override TypeKind Kind => TypeKind.Interface;
}

/// <summary>A union type.</summary>
/// <remarks>Spec: Type System, "Unions".</remarks>
public sealed class UnionType : TypeDefinition
{
    internal UnionType(string name, Func<string?>? description = null, Type? runtimeType = null)
        : base(name, description) => RuntimeType = runtimeType ?? typeof(object);

    /// <inheritdoc />
    public override TypeKind Kind => TypeKind.Union;

    /// <summary>The .NET type that every member type's values derive from.</summary>
    public Type RuntimeType { get; }

    /// <summary>The member types.</summary>
    public IReadOnlyList<ObjectType> Types { get; internal set; } = [];
}
