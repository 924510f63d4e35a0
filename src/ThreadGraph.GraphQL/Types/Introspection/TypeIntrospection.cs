namespace ThreadGraph.GraphQL.Types.Introspection;

/// <summary>
/// The fundamental unit of any GraphQL Schema is the type. There are many kinds of types in GraphQL as represented by
/// the `__TypeKind` enum.
/// </summary>
/// <remarks>Spec: Introspection, "The __Type Type".</remarks>
[GraphQLName("__Type")]
internal sealed class TypeIntrospection(IType type, Schema schema)
{
    /// <summary>What kind of type it is; it decides which fields are there.</summary>
    public TypeKind Kind => type.Kind;

    /// <summary>The name; there on named types.</summary>
    public string? Name => (type as ITypeDefinition)?.Name;

    /// <summary>The description, Markdown.</summary>
    public string? Description => (type as ITypeDefinition)?.Description;

    /// <summary>Where a custom scalar's format is specified.</summary>
    [GraphQLName("specifiedByURL")]
    public string? SpecifiedByUrl => (type as ScalarType)?.SpecifiedBy?.ToString();

    /// <summary>The fields of an object or interface type.</summary>
    /// <param name="includeDeprecated">Whether deprecated ones are listed too.</param>
    public IReadOnlyList<FieldIntrospection>? GetFields([DefaultValueSyntax("false")] bool includeDeprecated) =>
        type is not ComplexTypeDefinition complex
            ? null
            : [.. Listed(complex.Fields, includeDeprecated).Select(f => new FieldIntrospection(f, schema))];

    /// <summary>The interfaces that an object or interface type implements.</summary>
    [ListSize(AssumedSize = 2)]
    public IReadOnlyList<TypeIntrospection>? Interfaces => type is not ComplexTypeDefinition complex
        ? null
        : [.. complex.Implements.Select(i => new TypeIntrospection(i, schema))];

    /// <summary>The object types that an abstract type may turn out to be.</summary>
    [ListSize(AssumedSize = 5)]
    public IReadOnlyList<TypeIntrospection>? PossibleTypes => type is not (InterfaceType or UnionType)
        ? null
        : [.. schema.GetPossibleTypes((ITypeDefinition)type).Select(o => new TypeIntrospection(o, schema))];

    /// <summary>The values of an enum.</summary>
    /// <param name="includeDeprecated">Whether deprecated ones are listed too.</param>
    public IReadOnlyList<EnumValueIntrospection>? GetEnumValues([DefaultValueSyntax("false")] bool includeDeprecated) =>
        type is not EnumType values
            ? null
            : [.. Listed(values.Values, includeDeprecated).Select(v => new EnumValueIntrospection(v))];

    /// <summary>The fields of an input object type.</summary>
    /// <param name="includeDeprecated">Whether deprecated ones are listed too.</param>
    [ListSize(AssumedSize = 6)]
    public IReadOnlyList<InputValueIntrospection>? GetInputFields([DefaultValueSyntax("false")] bool includeDeprecated) =>
        type is not InputObjectType input
            ? null
            : [.. Listed(input.Fields, includeDeprecated).Select(f => new InputValueIntrospection(f, schema))];

    /// <summary>The type inside a list or non-null wrapper.</summary>
    public TypeIntrospection? OfType => type switch
    {
        ListType list => new TypeIntrospection(list.ElementType, schema),
        NonNullType nonNull => new TypeIntrospection(nonNull.NullableType, schema),
        _ => null,
    };

    /// <summary>Whether an input object takes exactly one field.</summary>
    public bool? IsOneOf => (type as InputObjectType)?.IsOneOf;

    /// <summary>The introspection of a type, if there is one.</summary>
    internal static TypeIntrospection? Of(IType? type, Schema schema) =>
        type is null ? null : new TypeIntrospection(type, schema);

    internal static IEnumerable<T> Listed<T>(IEnumerable<T> fields, bool includeDeprecated) where T : IFieldDefinition =>
        includeDeprecated ? fields : fields.Where(static f => f.DeprecationReason is null);
}
