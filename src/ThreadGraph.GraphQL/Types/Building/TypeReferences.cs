using System.Reflection;

namespace ThreadGraph.GraphQL.Types.Building;

/// <summary>Reads GraphQL types, wrappers included, from .NET types and their nullable annotations.</summary>
internal sealed class TypeReferences(TypeRegistry types)
{
    private readonly NullabilityInfoContext _nullability = new();

    /// <summary>The output type of a property or method.</summary>
    public IType Output(MemberInfo member, Type type)
    {
        var nullability = member is PropertyInfo property
            ? _nullability.Create(property)
            : _nullability.Create(((MethodInfo)member).ReturnParameter);
        if (ResultOfTask(type) is { } result)
        {
            type = result;
            nullability = nullability.GenericTypeArguments[0];
        }

        return Reference(type, nullability, ScalarOf(member), output: true, IsTypeParameter(member));
    }

    /// <summary>The input type of a property.</summary>
    public IType Input(PropertyInfo property, Type type) =>
        Reference(type, _nullability.Create(property), ScalarOf(property), output: false);

    /// <summary>The input type of an argument.</summary>
    public IType Input(ParameterInfo parameter) => Reference(
        parameter.ParameterType, _nullability.Create(parameter), ScalarOf(parameter.GetCustomAttributesData()), output: false);

    /// <summary>A given scalar, nullable as the member is.</summary>
    public IType Scalar(Type scalar, MemberInfo member)
    {
        var nullability = member is PropertyInfo property
            ? _nullability.Create(property)
            : _nullability.Create(((MethodInfo)member).ReturnParameter);
        var type = member is PropertyInfo p ? p.PropertyType : ((MethodInfo)member).ReturnType;
        if (ResultOfTask(type) is { } result)
        {
            (type, nullability) = (result, nullability.GenericTypeArguments[0]);
        }

        if (ItemOfList(type) is not null)
        {
            throw new SchemaException($"[ID] stands on a single key, not on {type}.");
        }

        return nullability.ReadState == NullabilityState.Nullable
            ? types.Scalar(scalar)
            : new NonNullType(types.Scalar(scalar));
    }

    /// <summary>What an asynchronous method comes to; <see langword="null"/> for any other type.</summary>
    public static Type? ResultOfTask(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is var generic
        && (generic == typeof(Task<>) || generic == typeof(ValueTask<>))
            ? type.GetGenericArguments()[0]
            : null;

    /// <summary>The item type of a list; <see langword="null"/> for any other type.</summary>
    public static Type? ItemOfList(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericTypeDefinition() is var generic
          && (generic == typeof(IReadOnlyList<>) || generic == typeof(List<>) || generic == typeof(IEnumerable<>)
              || generic == typeof(IReadOnlyCollection<>))
            ? type.GetGenericArguments()[0]
            : null;

    private IType Reference(Type type, NullabilityInfo nullability, Type? scalar, bool output, bool isTypeParameter = false)
    {
        var nullable = Nullable.GetUnderlyingType(type) is not null
            || (!type.IsValueType && nullability.ReadState == NullabilityState.Nullable && !isTypeParameter);
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (!output && type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
        {
            throw new SchemaException($"Take {type} as an IReadOnlyList<T>: a list comes in as an array.");
        }

        IType inner = ItemOfList(type) is { } item
            ? new ListType(Reference(
                item,
                type.IsArray ? nullability.ElementType! : nullability.GenericTypeArguments[0],
                scalar,
                output,
                isTypeParameter || nullability.GenericTypeArguments is [{ ReadState: NullabilityState.Unknown }]))
            : scalar is not null ? types.Scalar(scalar)
            : output ? types.OutputDefinition(type)
            : types.InputDefinition(type);
        return nullable ? inner : new NonNullType(inner);
    }

    /// <summary>
    /// A property of a generic class whose type is the class's type parameter (<c>T Node</c>) has no annotation of its
    /// own; it is taken as non-null.
    /// </summary>
    private static bool IsTypeParameter(MemberInfo member) =>
        member.DeclaringType is { IsGenericType: true } type
        && type.GetGenericTypeDefinition().GetProperty(member.Name)?.PropertyType is { } declared
        && (declared.IsGenericParameter || ItemOfList(declared) is { ContainsGenericParameters: true });

    private static Type? ScalarOf(MemberInfo member) => ScalarOf(member.GetCustomAttributesData());

    private static Type? ScalarOf(IEnumerable<CustomAttributeData> attributes) => attributes
        .Select(static a => a.AttributeType)
        .FirstOrDefault(static t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(GraphQLTypeAttribute<>))
        ?.GetGenericArguments()[0];
}
