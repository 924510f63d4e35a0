namespace ThreadGraph.GraphQL.Types;

/// <summary>The meta-fields. Spec: Introspection, "Type Name Introspection" and "Schema Introspection".</summary>
public sealed class IntrospectionFields
{
    internal IntrospectionFields(IReadOnlyDictionary<string, ITypeDefinition> types)
    {
        var text = types["String"];
        TypeName = new OutputField("__typename", new NonNullType(text), () => "The name of the object's type.");
        Schema = new OutputField("__schema", new NonNullType(types["__Schema"]), () => "The schema of this service.");
        Type = new OutputField("__type", types["__Type"], () => "The type with the given name, if there is one.")
        {
            Arguments = new FieldCollection<InputField>([new InputField("name", new NonNullType(text))]),
        };
    }

    /// <summary><c>__typename: String!</c>, on every composite type.</summary>
    public OutputField TypeName { get; }

    /// <summary><c>__schema: __Schema!</c>, on the query root.</summary>
    public OutputField Schema { get; }

    /// <summary><c>__type(name: String!): __Type</c>, on the query root.</summary>
    public OutputField Type { get; }
}
