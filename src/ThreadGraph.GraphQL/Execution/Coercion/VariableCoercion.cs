using System.Text.Json;
using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>Coerces the variables of a request. Spec: Execution, "Coercing Variable Values".</summary>
internal sealed class VariableCoercion(Schema schema, DocumentNode document)
{
    private readonly List<IError> _errors = [];

    /// <summary>The values in order of declaration; <see cref="Absent"/> for one not given and without default.</summary>
    /// <exception cref="GraphQLException">Some cannot be used; there is an error for each.</exception>
    public object?[] Coerce(OperationDefinitionNode operation, JsonElement variables)
    {
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
                return new LiteralCoercion(new Dictionary<string, int>(), []).CoerceOrAbsent(type, fallback, name);
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

        return Coerce(type, json, new Position(definition, name));
    }

    private object? Coerce(IType type, JsonElement json, Position position)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            if (type is NonNullType)
            {
                Add(position, json, $"Expected non-nullable type \"{type}\" not to be null.");
            }

            return null;
        }

        switch (type.NullableType())
        {
            case ListType list:
                return CoerceList(list, json, position);
            case InputObjectType input:
                return CoerceObject(input, json, position);
            case ILeafType leaf:
                if (!leaf.TryParseValue(json, out var value, out var problem))
                {
                    Add(position, json, problem);
                }

                return value;
            default:
                throw new InvalidOperationException($"\"{type}\" is no input type.");
        }
    }

    private Array CoerceList(ListType type, JsonElement json, Position position)
    {
        var isList = json.ValueKind == JsonValueKind.Array;
        var array = InputValues.NewArray(type, isList ? json.GetArrayLength() : 1);
        for (var i = 0; i < array.Length; i++)
        {
            var errors = _errors.Count;
            var item = isList
                ? Coerce(type.ElementType, json[i], position.Append(i))
                : Coerce(type.ElementType, json, position);
            if (errors == _errors.Count)
            {
                array.SetValue(item, i);
            }
        }

        return array;
    }

    private object? CoerceObject(InputObjectType type, JsonElement json, Position position)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            Add(position, json, $"Expected type \"{type.Name}\" to be an object.");
            return null;
        }

        var errors = _errors.Count;
        var fields = new object?[type.Fields.Count];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = CoerceField(type.Fields[i], json, position);
        }

        foreach (var member in json.EnumerateObject())
        {
            if (!type.Fields.TryGetField(member.Name, out _))
            {
                Add(position, json, $"Field \"{member.Name}\" is not defined by type \"{type.Name}\"."
                    + Suggestions.DidYouMean("", member.Name, type.Fields.Select(static f => f.Name)));
            }
        }

        if (errors == _errors.Count && InputValues.OneOfProblem(type, fields) is { } problem)
        {
            Add(position, json, problem);
        }

        return errors == _errors.Count ? InputValues.Create(type, fields) : null;
    }

    private object? CoerceField(InputField field, JsonElement json, Position position)
    {
        if (json.TryGetProperty(field.Name, out var value))
        {
            return Coerce(field.Type, value, position.Append(field.Name));
        }

        if (field.DefaultValue is { } fallback)
        {
            return new LiteralCoercion(new Dictionary<string, int>(), []).CoerceOrAbsent(field.Type, fallback, field.Name);
        }

        if (field.IsRequired)
        {
            Add(position, json, $"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.");
        }

        return Absent.Value;
    }

    private void Add(Position position, JsonElement json, string problem) => Add(
        position.Definition,
        $"Variable \"${position.Definition.Variable.Name.Value}\" got invalid value {Shorten(json.GetRawText())}" +
        $"{(position.IsRoot ? "" : $" at \"{position.Text}\"")}; {problem}");

    private void Add(VariableDefinitionNode definition, string message) => _errors.Add(ErrorBuilder.New()
        .SetMessage(message)
        .SetCode(ErrorCodes.BadUserInput)
        .SetLocations([document.GetPosition(definition)])
        .Build());

    private static string Shorten(string json) => json.Length <= 200 ? json : json[..200] + "…";

    /// <summary>Where in a variable's value something is wrong.</summary>
    private sealed record Position(VariableDefinitionNode Definition, string Text, bool IsRoot = true)
    {
        public Position Append(string field) => new(Definition, $"{Text}.{field}", false);

        public Position Append(int index) => new(Definition, $"{Text}[{index}]", false);
    }
}
