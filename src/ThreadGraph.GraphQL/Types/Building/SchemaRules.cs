using ThreadGraph.GraphQL.Execution;

namespace ThreadGraph.GraphQL.Types.Building;

/// <summary>The specification's rules for types that .NET does not keep already. Spec: Type System, "Type Validation".</summary>
internal static class SchemaRules
{
    private const string Reserved = "__";

    /// <summary>Checks all types of a schema but its introspection types.</summary>
    /// <exception cref="SchemaException">One breaks a rule.</exception>
    public static void Check(IEnumerable<ITypeDefinition> types)
    {
        foreach (var type in types.Where(static t => !IsIntrospection(t)))
        {
            CheckName(type.Name, "type");
            switch (type)
            {
                case ComplexTypeDefinition complex:
                    Check(complex);
                    break;
                case InputObjectType input:
                    Check(input);
                    break;
                case EnumType values:
                    Check(values);
                    break;
                case UnionType { Types.Count: 0 }:
                    throw new SchemaException($"The union \"{type.Name}\" has no object type.");
            }
        }
    }

    private static void Check(ComplexTypeDefinition type)
    {
        CheckMembers(type.Name, type.Fields, "field");
        foreach (var field in type.Fields)
        {
            foreach (var argument in field.Arguments)
            {
                CheckName(argument.Name, $"argument of \"{type.Name}.{field.Name}\"");
                CheckDefault(argument, $"argument \"{argument.Name}\" of \"{type.Name}.{field.Name}\"");
            }
        }
    }

    /// <summary>Spec: "Input Objects" and "OneOf Input Objects", Type Validation.</summary>
    private static void Check(InputObjectType type)
    {
        CheckMembers(type.Name, type.Fields, "field");
        foreach (var field in type.Fields)
        {
            if (type.IsOneOf && (field.Type is NonNullType || field.DefaultValue is not null))
            {
                throw new SchemaException(
                    $"The field \"{type.Name}.{field.Name}\" of a [OneOf] input must be nullable and without a default.");
            }

            CheckDefault(field, $"field \"{type.Name}.{field.Name}\"");
        }

        if (LeadsTo(type, type, []))
        {
            throw new SchemaException(
                $"The input object \"{type.Name}\" needs another one of itself without end; make a field of it nullable.");
        }
    }

    private static void Check(EnumType type)
    {
        CheckMembers(type.Name, type.Values, "value");
        if (type.Values.FirstOrDefault(static v => v.Name is "true" or "false" or "null") is { } value)
        {
            throw new SchemaException($"\"{value.Name}\" is no name for a value of the enum \"{type.Name}\".");
        }

        if (type.Values.DistinctBy(static v => v.RuntimeValue).Count() < type.Values.Count)
        {
            throw new SchemaException($"Two values of the enum \"{type.Name}\" are the same in .NET; leave one out with [GraphQLIgnore].");
        }
    }

    private static void CheckMembers<T>(string type, IReadOnlyList<T> members, string kind) where T : IFieldDefinition
    {
        if (members.Count == 0)
        {
            throw new SchemaException($"The type \"{type}\" has no {kind}.");
        }

        foreach (var member in members)
        {
            CheckName(member.Name, $"{kind} of \"{type}\"");
        }
    }

    /// <summary>Spec: Language, "Names"; Type System, "Reserved Names".</summary>
    private static void CheckName(string name, string kind)
    {
        if (name.Length == 0 || char.IsAsciiDigit(name[0]) || name.Any(static c => !char.IsAsciiLetterOrDigit(c) && c != '_'))
        {
            throw new SchemaException($"\"{name}\" is no GraphQL name ({kind}); give one with [GraphQLName].");
        }

        if (name.StartsWith(Reserved, StringComparison.Ordinal))
        {
            throw new SchemaException($"The name \"{name}\" ({kind}) begins with \"__\", which is reserved for introspection.");
        }
    }

    private static void CheckDefault(InputField field, string place)
    {
        if (field.DefaultValue is not { } literal)
        {
            return;
        }

        try
        {
            new LiteralCoercion(new Dictionary<string, int>(), []).CoerceOrAbsent(field.Type, literal, field.Name);
        }
        catch (GraphQLException exception)
        {
            throw new SchemaException($"The default {literal} of the {place} is no \"{field.Type}\": {exception.Message}");
        }
    }

    /// <summary>Whether non-null fields lead from one input object to another.</summary>
    private static bool LeadsTo(InputObjectType from, InputObjectType to, HashSet<InputObjectType> visited) =>
        visited.Add(from) && from.Fields
            .Select(static f => (f.Type as NonNullType)?.NullableType as InputObjectType)
            .Any(next => next is not null && (next == to || LeadsTo(next, to, visited)));

    private static bool IsIntrospection(ITypeDefinition type) => type switch
    {
        ComplexTypeDefinition complex => complex.RuntimeType.Namespace == typeof(Introspection.SchemaIntrospection).Namespace,
        EnumType values => values.RuntimeType == typeof(TypeKind) || values.RuntimeType == typeof(DirectiveLocation),
        _ => false,
    };
}
