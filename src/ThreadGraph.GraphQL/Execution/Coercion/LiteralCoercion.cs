using System.Collections.ObjectModel;
using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>Coerces literals, with the variables in them, to .NET values.</summary>
/// <remarks>Spec: Type System, "Input Coercion" of each kind of type; Execution, "Coercing Field Arguments".</remarks>
/// <param name="indexes">The place of each variable.</param>
/// <param name="values">The variables' coerced values.</param>
internal readonly struct LiteralCoercion(IReadOnlyDictionary<string, int> indexes, IReadOnlyList<object?> values)
{
    /// <summary>For default values, which are constants. Spec: Language, "Variables".</summary>
    public static LiteralCoercion WithoutVariables { get; } = new(ReadOnlyDictionary<string, int>.Empty, []);

    /// <summary>The error of a value that cannot be used; it points to <paramref name="literal"/> where there is one.</summary>
    public static ArgumentCoercionException Problem(string message, string argument, IValueNode? literal) => new(
        ErrorBuilder.New()
            .SetMessage(message)
            .SetCode(ErrorCodes.BadUserInput)
            .SetExtension("argument", argument)
            .Build(),
        literal);

    /// <summary>The value, or <see cref="Absent"/> for a variable that was not given.</summary>
    public object? CoerceOrAbsent(IType type, IValueNode literal, string argument)
    {
        if (literal is VariableNode variable)
        {
            var value = indexes.TryGetValue(variable.Name.Value, out var index) ? values[index] : Absent.Value;
            return value is null && type is NonNullType
                ? throw Problem($"Argument \"{argument}\" of non-null type \"{type}\" must not be null.", argument, literal)
                : InputValues.Fit(type, value);
        }

        return Coerce(type, literal, argument);
    }

    private object? Coerce(IType type, IValueNode literal, string argument)
    {
        if (literal is NullValueNode)
        {
            return type is NonNullType
                ? throw Problem($"Argument \"{argument}\" of non-null type \"{type}\" must not be null.", argument, literal)
                : null;
        }

        return type.NullableType() switch
        {
            ListType list => CoerceList(list, literal, argument),
            InputObjectType input => CoerceObject(input, literal, argument),
            ILeafType leaf => leaf.TryParseLiteral(literal, out var value, out var problem)
                ? value
                : throw Problem(problem, argument, literal),
            _ => throw new InvalidOperationException($"\"{type}\" is no input type."),
        };
    }

    /// <summary>A value that is no list becomes a list of one. Spec: Type System, "List", "Input Coercion".</summary>
    private Array CoerceList(ListType type, IValueNode literal, string argument)
    {
        IReadOnlyList<IValueNode> items = literal is ListValueNode list ? list.Items : [literal];
        var array = InputValues.NewArray(type, items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            var item = CoerceOrAbsent(type.ElementType, items[i], argument);
            if (item is Absent && type.ElementType is NonNullType)
            {
                throw Problem($"An item of argument \"{argument}\" must not be null.", argument, items[i]);
            }

            array.SetValue(item is Absent ? null : item, i);
        }

        return array;
    }

    private object CoerceObject(InputObjectType type, IValueNode literal, string argument)
    {
        if (literal is not ObjectValueNode map)
        {
            throw Problem($"Expected value of type \"{type.Name}\" to be an object.", argument, literal);
        }

        var fields = new object?[type.Fields.Count];
        for (var i = 0; i < fields.Length; i++)
        {
            var field = type.Fields[i];
            var given = map.Fields.FirstOrDefault(f => f.Name.Value == field.Name)?.Value;
            fields[i] = given is null ? Absent.Value : CoerceOrAbsent(field.Type, given, argument);
            if (fields[i] is Absent && field.DefaultValue is { } fallback)
            {
                fields[i] = CoerceOrAbsent(field.Type, fallback, argument);
            }

            if (fields[i] is Absent && field.IsRequired)
            {
                throw Problem(
                    $"Field \"{type.Name}.{field.Name}\" of required type \"{field.Type}\" was not provided.",
                    argument,
                    given ?? literal);
            }
        }

        return InputValues.OneOfProblem(type, fields) is { } problem
            ? throw Problem(problem, argument, literal)
            : InputValues.Create(type, fields);
    }
}
