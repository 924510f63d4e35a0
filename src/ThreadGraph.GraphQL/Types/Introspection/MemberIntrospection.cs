namespace ThreadGraph.GraphQL.Types.Introspection;

/// <summary>A field of an object or interface type.</summary>
/// <remarks>Spec: Introspection, "The __Field Type".</remarks>
[GraphQLName("__Field")]
internal sealed class FieldIntrospection(OutputField definition, Schema schema)
{
    /// <summary>The name.</summary>
    public string Name => definition.Name;

    /// <summary>The description, Markdown.</summary>
    public string? Description => definition.Description;

    /// <summary>The arguments.</summary>
    /// <param name="includeDeprecated">Whether deprecated ones are listed too.</param>
    [ListSize(AssumedSize = 3)]
    public IReadOnlyList<InputValueIntrospection> GetArgs([DefaultValueSyntax("false")] bool includeDeprecated) =>
        [.. TypeIntrospection.Listed(definition.Arguments, includeDeprecated).Select(a => new InputValueIntrospection(a, schema))];

    /// <summary>The type of the value.</summary>
    public TypeIntrospection Type => new(definition.Type, schema);

    /// <summary>Whether it should not be used any more.</summary>
    public bool IsDeprecated => definition.DeprecationReason is not null;

    /// <summary>Why it should not be used any more.</summary>
    public string? DeprecationReason => definition.DeprecationReason;
}

/// <summary>An argument, or a field of an input object.</summary>
/// <remarks>Spec: Introspection, "The __InputValue Type".</remarks>
[GraphQLName("__InputValue")]
internal sealed class InputValueIntrospection(InputField definition, Schema schema)
{
    /// <summary>The name.</summary>
    public string Name => definition.Name;

    /// <summary>The description, Markdown.</summary>
    public string? Description => definition.Description;

    /// <summary>The type of the value.</summary>
    public TypeIntrospection Type => new(definition.Type, schema);

    /// <summary>The default as a GraphQL literal.</summary>
    public string? DefaultValue => definition.DefaultValue?.ToString();

    /// <summary>Whether it should not be used any more.</summary>
    public bool IsDeprecated => definition.DeprecationReason is not null;

    /// <summary>Why it should not be used any more.</summary>
    public string? DeprecationReason => definition.DeprecationReason;
}

/// <summary>A value of an enum.</summary>
/// <remarks>Spec: Introspection, "The __EnumValue Type".</remarks>
[GraphQLName("__EnumValue")]
internal sealed class EnumValueIntrospection(EnumValue value)
{
    /// <summary>The name.</summary>
    public string Name => value.Name;

    /// <summary>The description, Markdown.</summary>
    public string? Description => value.Description;

    /// <summary>Whether it should not be used any more.</summary>
    public bool IsDeprecated => value.DeprecationReason is not null;

    /// <summary>Why it should not be used any more.</summary>
    public string? DeprecationReason => value.DeprecationReason;
}

/// <summary>A directive that documents may apply.</summary>
/// <remarks>Spec: Introspection, "The __Directive Type".</remarks>
[GraphQLName("__Directive")]
internal sealed class DirectiveIntrospection(DirectiveType directive, Schema schema)
{
    /// <summary>The name, without the `@`.</summary>
    public string Name => directive.Name;

    /// <summary>The description, Markdown.</summary>
    public string? Description => directive.Description;

    /// <summary>Whether it may be applied more than once in one place.</summary>
    public bool IsRepeatable => directive.IsRepeatable;

    /// <summary>Where it may be applied.</summary>
    public IReadOnlyList<DirectiveLocation> Locations => directive.Locations;

    /// <summary>The arguments.</summary>
    /// <param name="includeDeprecated">Whether deprecated ones are listed too.</param>
    [ListSize(AssumedSize = 3)]
    public IReadOnlyList<InputValueIntrospection> GetArgs([DefaultValueSyntax("false")] bool includeDeprecated) =>
        [.. TypeIntrospection.Listed(directive.Arguments, includeDeprecated).Select(a => new InputValueIntrospection(a, schema))];
}
