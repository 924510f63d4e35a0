namespace ThreadGraph.GraphQL.Types;

/// <summary>Questions about types that validation and execution ask.</summary>
public static class TypeExtensions
{
    /// <summary>The definition inside all wrappers.</summary>
    public static ITypeDefinition NamedType(this IType type) => type switch
    {
        NonNullType nonNull => nonNull.NullableType.NamedType(),
        ListType list => list.ElementType.NamedType(),
        _ => (ITypeDefinition)type,
    };

    /// <summary>The type without an outer non-null wrapper.</summary>
    public static IType NullableType(this IType type) => type is NonNullType nonNull ? nonNull.NullableType : type;

    /// <summary>Whether values can be given to it. Spec: "IsInputType".</summary>
    public static bool IsInputType(this IType type) => type.NamedType() is ILeafType or InputObjectType;

    /// <summary>Whether fields can return it. Spec: "IsOutputType".</summary>
    public static bool IsOutputType(this IType type) => type.NamedType() is not InputObjectType;

    /// <summary>Whether its values are leaves: a scalar or an enum.</summary>
    public static bool IsLeafType(this IType type) => type.NamedType() is ILeafType;

    /// <summary>Whether fields can be selected on it: an object, interface or union.</summary>
    public static bool IsCompositeType(this IType type) => type.NamedType() is ComplexTypeDefinition or UnionType;

    /// <summary>Whether its values have one of several object types: an interface or union.</summary>
    public static bool IsAbstractType(this IType type) => type.NamedType() is InterfaceType or UnionType;

    /// <summary>Whether two references denote the same type, wrappers included.</summary>
    public static bool IsSameAs(this IType left, IType right) => (left, right) switch
    {
        (NonNullType a, NonNullType b) => a.NullableType.IsSameAs(b.NullableType),
        (ListType a, ListType b) => a.ElementType.IsSameAs(b.ElementType),
        _ => ReferenceEquals(left, right),
    };

    /// <summary>Whether every value of <paramref name="type"/> is one of <paramref name="other"/>.</summary>
    /// <remarks>Spec: Type System, "IsSubType".</remarks>
    public static bool IsSubTypeOf(this IType type, IType other, Schema schema) => (type, other) switch
    {
        (NonNullType a, NonNullType b) => a.NullableType.IsSubTypeOf(b.NullableType, schema),
        (NonNullType a, _) => a.NullableType.IsSubTypeOf(other, schema),
        (_, NonNullType) => false,
        (ListType a, ListType b) => a.ElementType.IsSubTypeOf(b.ElementType, schema),
        (ListType, _) or (_, ListType) => false,
        (InterfaceType a, InterfaceType b) when a != b => a.Implements.Contains(b),
        (ObjectType a, InterfaceType or UnionType) => schema.GetPossibleTypes((ITypeDefinition)other).Contains(a),
        _ => ReferenceEquals(type, other),
    };
}
