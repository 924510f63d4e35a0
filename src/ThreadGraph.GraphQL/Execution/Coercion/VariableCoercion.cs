using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>Coerces the variables of a request. Spec: Execution, "Coercing Variable Values".</summary>
internal sealed class VariableCoercion(Schema schema, DocumentNode document, ExecutionLimits limits)
{
    /// <summary>The most errors that are reported, as in graphql-js; one more says that there were more.</summary>
    private const int MaxErrors = 50;

    private readonly List<IError> _errors = [];

    /// <summary>Where in a variable's value we are: the variable's name, then fields and items. Errors alone ask for it.</summary>
    private readonly List<PathEntry> _path = [];

    private VariableDefinitionNode? _definition;

    private string Position => PathEntry.ToPath(CollectionsMarshal.AsSpan(_path)).ToString();

    /// <summary>The values in order of declaration; <see cref="Absent"/> for one not given and without default.</summary>
    /// <exception cref="GraphQLException">Some cannot be used; there is an error for each.</exception>
    public object?[] Coerce(OperationDefinitionNode operation, JsonElement variables)
    {
        // Those that no operation declares have been read, too.
        if (limits.MaxVariablesBytes < int.MaxValue && variables.ValueKind == JsonValueKind.Object
            && JsonMarshal.GetRawUtf8Value(variables).Length is var bytes && bytes > limits.MaxVariablesBytes)
        {
            throw limits.VariablesExceeded(bytes);
        }

        if (operation.VariableDefinitions.Count == 0)
        {
            return [];
        }

        var values = new object?[operation.VariableDefinitions.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Coerce(operation.VariableDefinitions[i], variables);
        }

        return _errors.Count == 0 ? values : throw new GraphQLException(_errors);
    }

    private object? Coerce(VariableDefinitionNode definition, JsonElement variables)
    {
        var name = definition.Variable.Name.Value;
        var type = schema.GetType(definition.Type)!;
        if (variables.ValueKind != JsonValueKind.Object || !variables.TryGetProperty(name, out var json))
        {
            if (definition.DefaultValue is { } fallback)
            {
                return LiteralCoercion.WithoutVariables.CoerceOrAbsent(type, fallback, name);
            }

            if (type is NonNullType)
            {
                Add(definition, $"Variable \"${name}\" of required type \"{type}\" was not provided.");
            }

            return Absent.Value;
        }

        if (json.ValueKind == JsonValueKind.Null && type is NonNullType)
        {
            Add(definition, $"Variable \"${name}\" of non-null type \"{type}\" must not be null.");
            return null;
        }

        _definition = definition;
        return CoerceAt(new PathEntry(name, 0), type, json);
    }

    private object? CoerceAt(PathEntry step, IType type, JsonElement json)
    {
        _path.Add(step);
        var value = Coerce(type, json);
        _path.RemoveAt(_path.Count - 1);
        return value;
    }

    private object? Coerce(IType type, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            if (type is NonNullType)
            {
                Add(json, $"Expected non-nullable type \"{type}\" not to be null.");
            }

            return null;
        }

        switch (type.NullableType())
        {
            case ListType list:
                return CoerceList(list, json);
            case InputObjectType input:
                return CoerceObject(input, json);
            case ILeafType leaf:
                if (!leaf.TryParseValue(json, out var value, out var problem))
                {
                    Add(json, problem);
                }

                return value;
            default:
                throw new InvalidOperationException($"\"{type}\" is no input type.");
        }
    }

    /// <summary>A value that is no list becomes a list of one. Spec: Type System, "List", "Input Coercion".</summary>
    private Array CoerceList(ListType type, JsonElement json)
    {
        var isList = json.ValueKind == JsonValueKind.Array;
        var length = isList ? json.GetArrayLength() : 1;
        if (length > limits.MaxAllowedListItems)
        {
            throw limits.ListItemsExceeded(Position, length);
        }

        var array = InputValues.NewArray(type, length);
        if (!isList)
        {
            Set(array, 0, Coerce(type.ElementType, json));
            return array;
        }

        var index = 0;
        foreach (var item in json.EnumerateArray())
        {
            Set(array, index, CoerceAt(new PathEntry(null, index), type.ElementType, item));
            index++;
        }

        return array;
    }

    /// <summary>Once something is wrong nobody will see the list, and what came out need not fit into it.</summary>
    private void Set(Array array, int index, object? item)
    {
        if (_errors.Count == 0)
        {
            array.SetValue(item, index);
        }
    }

    private object? CoerceObject(InputObjectType type, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            Add(json, $"Expected type \"{type.Name}\" to be an object.");
            return null;
        }

        var errors = _errors.Count;
        var known = 0;
        var fields = new object?[type.Fields.Count];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = CoerceField(type.Fields[i], json, ref known);
        }

        // Where every member was taken for a field, none is left over.
        if (json.GetPropertyCount() > known)
        {
            RefuseUnknown(type, json);
        }

        if (errors == _errors.Count && InputValues.OneOfProblem(type, fields) is { } problem)
        {
            Add(json, problem);
        }

        return errors == _errors.Count ? InputValues.Create(type, fields) : null;
    }

    private void RefuseUnknown(InputObjectType type, JsonElement json)
    {
        foreach (var member in json.EnumerateObject())
        {
            if (!type.Fields.TryGetField(member.Name, out _))
            {
                Add(json, $"Field \"{member.Name}\" is not defined by type \"{type.Name}\"."
                    + schema.Suggestions.DidYouMean("", member.Name, type.Fields.Select(static f => f.Name)));
            }
        }
    }

    private object? CoerceField(InputField field, JsonElement json, ref int known)
    {
        if (json.TryGetProperty(field.Name, out var value))
        {
            known++;
            return CoerceAt(new PathEntry(field.Name, 0), field.Type, value);
        }

        if (field.DefaultValue is { } fallback)
        {
            return LiteralCoercion.WithoutVariables.CoerceOrAbsent(field.Type, fallback, field.Name);
        }

        if (field.IsRequired)
        {
            Add(json, $"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.");
        }

        return Absent.Value;
    }

    /// <summary>Says what is wrong with the value that is being coerced.</summary>
    private void Add(JsonElement json, string problem) => Add(
        _definition!,
        $"Variable \"${_path[0].Name}\" got invalid value {Shorten(json)}" +
        $"{(_path.Count == 1 ? "" : $" at \"{Position}\"")}; {problem}");

    /// <exception cref="GraphQLException">There are so many errors that looking further serves nobody.</exception>
    private void Add(VariableDefinitionNode definition, string message)
    {
        var isAborted = _errors.Count == MaxErrors;
        _errors.Add(ErrorBuilder.New()
            .SetMessage(isAborted
                ? "Too many errors processing variables, error limit reached. Execution aborted."
                : message)
            .SetCode(ErrorCodes.BadUserInput)
            .SetLocations(isAborted ? [] : [document.GetPosition(definition)])
            .Build());
        if (isAborted)
        {
            throw new GraphQLException(_errors);
        }
    }

    /// <summary>The beginning of a value; the rest is not even copied, as each mistake inside a large one asks anew.</summary>
    private static string Shorten(JsonElement json)
    {
        const int MostCharacters = 200;
        const int EnoughBytes = (3 * MostCharacters) + 4;
        var utf8 = JsonMarshal.GetRawUtf8Value(json);
        var text = Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, EnoughBytes)]);
        return text.Length <= MostCharacters ? text : text[..MostCharacters] + "…";
    }
}
