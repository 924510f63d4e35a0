using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>Makes the .NET values that coerced input objects and lists are handed over as.</summary>
internal static class InputValues
{
    /// <summary>The .NET type of a coerced value of an input type.</summary>
    public static Type RuntimeType(IType type)
    {
        var runtime = type.NullableType() switch
        {
            ListType list => RuntimeType(list.ElementType).MakeArrayType(),
            InputObjectType input => input.RuntimeType,
            ILeafType leaf => leaf.RuntimeType,
            _ => throw new InvalidOperationException($"\"{type}\" is no input type."),
        };
        return type is not NonNullType && runtime.IsValueType ? typeof(Nullable<>).MakeGenericType(runtime) : runtime;
    }

    /// <summary>What is wrong with a <c>@oneOf</c> object's coerced fields; <see langword="null"/> when nothing is.</summary>
    /// <remarks>Spec: Type System, "OneOf Input Objects", "Input Coercion".</remarks>
    public static string? OneOfProblem(InputObjectType type, object?[] fields)
    {
        if (!type.IsOneOf)
        {
            return null;
        }

        if (fields.Count(static f => f is not Absent) != 1)
        {
            return $"Exactly one key must be specified for OneOf type \"{type.Name}\".";
        }

        var given = Array.FindIndex(fields, static f => f is not Absent);
        return fields[given] is null ? $"Field \"{type.Fields[given].Name}\" must be non-null." : null;
    }

    /// <summary>An array for the items of a list.</summary>
    public static Array NewArray(ListType type, int length) =>
        Array.CreateInstance(RuntimeType(type.ElementType), length);

    /// <summary>
    /// A variable's value as the place that it is used in needs it: an <c>[Int!]</c> may stand where <c>[Int]</c> is
    /// expected, and in .NET these are arrays of different types.
    /// </summary>
    /// <remarks>Spec: Validation, "All Variable Usages Are Allowed".</remarks>
    public static object? Fit(IType type, object? value)
    {
        if (value is not Array given || type.NullableType() is not ListType list
            || given.GetType().GetElementType() == RuntimeType(list.ElementType))
        {
            return value;
        }

        var array = NewArray(list, given.Length);
        for (var i = 0; i < array.Length; i++)
        {
            array.SetValue(Fit(list.ElementType, given.GetValue(i)), i);
        }

        return array;
    }

    /// <summary>An input object from its coerced fields, <see cref="Absent"/> for those not given.</summary>
    public static object Create(InputObjectType type, object?[] fields)
    {
        var instance = Activator.CreateInstance(type.RuntimeType)!;
        for (var i = 0; i < fields.Length; i++)
        {
            if (fields[i] is not Absent)
            {
                type.Fields[i].Setter.Invoke(instance, fields[i]);
            }
        }

        return instance;
    }
}
