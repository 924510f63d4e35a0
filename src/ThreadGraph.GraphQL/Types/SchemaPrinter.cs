using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types.Building;

namespace ThreadGraph.GraphQL.Types;

/// <summary>Writes a schema in the schema definition language, built-in definitions left out.</summary>
public static class SchemaPrinter
{
    private static readonly HashSet<string> BuiltInScalars = ["Int", "Float", "String", "Boolean", "ID"];
    private static readonly HashSet<string> BuiltInDirectives = ["include", "skip", "deprecated", "specifiedBy", "oneOf"];

    /// <summary>The SDL, types in the order in which the roots lead to them, ending with a line feed.</summary>
    public static string Print(Schema schema) => SyntaxPrinter.Print(ToDocument(schema)).TrimEnd() + "\n";

    /// <summary>The schema as a syntax tree.</summary>
    public static DocumentNode ToDocument(Schema schema) => new(
        Location.None,
        [
            .. schema.Directives.Where(d => !BuiltInDirectives.Contains(d.Name)).Select(Directive),
            .. schema.Types
                .Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal) && !BuiltInScalars.Contains(t.Name))
                .Select(Definition),
        ],
        SourceText.From(""));

    private static IDefinitionNode Definition(ITypeDefinition type) => type switch
    {
        ObjectType o => new ObjectTypeDefinitionNode(
            Location.None, Description(o.Description), Name(o.Name), Named(o.Implements), [], Fields(o)),
        InterfaceType i => new InterfaceTypeDefinitionNode(
            Location.None, Description(i.Description), Name(i.Name), Named(i.Implements), [], Fields(i)),
        UnionType u => new UnionTypeDefinitionNode(
            Location.None, Description(u.Description), Name(u.Name), [], Named(u.Types)),
        EnumType e => new EnumTypeDefinitionNode(
            Location.None, Description(e.Description), Name(e.Name), [], [.. e.Values.Select(Value)]),
        InputObjectType i => new InputObjectTypeDefinitionNode(
            Location.None, Description(i.Description), Name(i.Name), OneOf(i), [.. i.Fields.Select(Input)]),
        ScalarType s => new ScalarTypeDefinitionNode(
            Location.None, Description(s.Description), Name(s.Name), SpecifiedBy(s)),
        _ => throw new SchemaException($"{type.GetType()} has no definition syntax."),
    };

    private static DirectiveDefinitionNode Directive(DirectiveType directive) => new(
        Location.None,
        Description(directive.Description),
        Name(directive.Name),
        [.. directive.Arguments.Select(Input)],
        directive.IsRepeatable,
        [.. directive.Locations.Select(static l => Name(LocationName(l)))]);

    private static string LocationName(DirectiveLocation location) =>
        NamingConventions.EnumValueName(typeof(DirectiveLocation).GetField(location.ToString())!);

    private static FieldDefinitionNode[] Fields(ComplexTypeDefinition type) =>
    [
        .. type.Fields.Select(static f => new FieldDefinitionNode(
            Location.None,
            Description(f.Description),
            Name(f.Name),
            [.. f.Arguments.Select(Input)],
            Reference(f.Type),
            Deprecated(f))),
    ];

    private static InputValueDefinitionNode Input(InputField field) => new(
        Location.None,
        Description(field.Description),
        Name(field.Name),
        Reference(field.Type),
        field.DefaultValue,
        Deprecated(field));

    private static EnumValueDefinitionNode Value(EnumValue value) =>
        new(Location.None, Description(value.Description), Name(value.Name), Deprecated(value));

    private static NamedTypeNode[] Named(IEnumerable<ITypeDefinition> types) =>
        [.. types.Select(static t => new NamedTypeNode(Location.None, Name(t.Name)))];

    private static ITypeNode Reference(IType type) => type switch
    {
        NonNullType nonNull => new NonNullTypeNode(Location.None, (INullableTypeNode)Reference(nonNull.NullableType)),
        ListType list => new ListTypeNode(Location.None, Reference(list.ElementType)),
        _ => new NamedTypeNode(Location.None, Name(((ITypeDefinition)type).Name)),
    };

    private static DirectiveNode[] Deprecated(IFieldDefinition field) => field.DeprecationReason switch
    {
        null => [],
        Building.BuiltInDirectives.DefaultDeprecationReason => [new DirectiveNode(Location.None, Name("deprecated"), [])],
        { } reason => [Applied("deprecated", "reason", reason)],
    };

    private static DirectiveNode[] OneOf(InputObjectType type) =>
        type.IsOneOf ? [new DirectiveNode(Location.None, Name("oneOf"), [])] : [];

    private static DirectiveNode[] SpecifiedBy(ScalarType type) =>
        type.SpecifiedBy is { } url ? [Applied("specifiedBy", "url", url.ToString())] : [];

    private static DirectiveNode Applied(string directive, string argument, string value) => new(
        Location.None,
        Name(directive),
        [new ArgumentNode(Location.None, Name(argument), new StringValueNode(Location.None, value, block: false))]);

    private static NameNode Name(string name) => new(Location.None, name);

    private static StringValueNode? Description(string? text) =>
        text is null ? null : new StringValueNode(Location.None, text, BlockString.IsPrintable(text));
}
