namespace ThreadGraph.GraphQL.Types;

/// <summary>The methods and properties of this static class are fields of the query root.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class QueryTypeAttribute : Attribute;

/// <summary>The methods and properties of this static class are fields of the mutation root.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MutationTypeAttribute : Attribute;

/// <summary>The <c>[Subscribe]</c> methods of this static class are fields of the subscription root.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SubscriptionTypeAttribute : Attribute;

/// <summary>
/// This static class adds resolvers to the object type of <typeparamref name="T"/>, whose public properties are fields.
/// </summary>
/// <typeparam name="T">The .NET type of the values.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ObjectTypeAttribute<T> : Attribute;

/// <summary>This class or .NET interface is a GraphQL interface of all object types whose values derive from it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class InterfaceTypeAttribute(string? name = null) : Attribute
{
    /// <summary>The type's name; the .NET name where none is given.</summary>
    public string? Name { get; } = name;
}

/// <summary>This class or .NET interface is a union of all object types whose values derive from it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class UnionTypeAttribute(string? name = null) : Attribute
{
    /// <summary>The type's name; the .NET name where none is given.</summary>
    public string? Name { get; } = name;
}

/// <summary>Exactly one field of this input object must be given. Spec: "OneOf Input Objects".</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OneOfAttribute : Attribute;

/// <summary>The object type is a node: it implements <c>Node</c> and <c>node(id:)</c> finds it. See Relay.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NodeAttribute : Attribute;
