using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Validation;

/// <summary>A schema without resolvers, from type definitions: what validation needs, and no more.</summary>
internal sealed class SdlSchema
{
    private const string BuiltIn = """
        directive @skip(if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @include(if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @deprecated(reason: String! = "No longer supported")
          on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE
        directive @specifiedBy(url: String!) on SCALAR
        directive @oneOf on INPUT_OBJECT

        type __Schema {
          description: String
          types: [__Type!]!
          queryType: __Type!
          mutationType: __Type
          subscriptionType: __Type
          directives: [__Directive!]!
        }
        type __Type {
          kind: __TypeKind!
          name: String
          description: String
          specifiedByURL: String
          fields(includeDeprecated: Boolean! = false): [__Field!]
          interfaces: [__Type!]
          possibleTypes: [__Type!]
          enumValues(includeDeprecated: Boolean! = false): [__EnumValue!]
          inputFields(includeDeprecated: Boolean! = false): [__InputValue!]
          ofType: __Type
          isOneOf: Boolean
        }
        type __Field {
          name: String!
          description: String
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
          type: __Type!
          isDeprecated: Boolean!
          deprecationReason: String
        }
        type __InputValue {
          name: String!
          description: String
          type: __Type!
          defaultValue: String
          isDeprecated: Boolean!
          deprecationReason: String
        }
        type __EnumValue {
          name: String!
          description: String
          isDeprecated: Boolean!
          deprecationReason: String
        }
        type __Directive {
          name: String!
          description: String
          isRepeatable: Boolean!
          locations: [__DirectiveLocation!]!
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
        }
        enum __TypeKind { SCALAR OBJECT INTERFACE UNION ENUM INPUT_OBJECT LIST NON_NULL }
        enum __DirectiveLocation {
          QUERY MUTATION SUBSCRIPTION FIELD FRAGMENT_DEFINITION FRAGMENT_SPREAD INLINE_FRAGMENT VARIABLE_DEFINITION
          SCHEMA SCALAR OBJECT FIELD_DEFINITION ARGUMENT_DEFINITION INTERFACE UNION ENUM ENUM_VALUE INPUT_OBJECT
          INPUT_FIELD_DEFINITION
        }
        """;

    private readonly Dictionary<string, ITypeDefinition> _types = new()
    {
        ["Int"] = new IntType(),
        ["Float"] = new FloatType(),
        ["String"] = new StringType(),
        ["Boolean"] = new BooleanType(),
        ["ID"] = new IdType(),
    };

    private readonly DocumentNode _document;

    private SdlSchema(string sdl) =>
        _document = Utf8GraphQLParser.Parse($"{BuiltIn}\n{sdl}", ParserOptions.Unlimited);

    /// <summary>Builds a schema; its root types are called Query, Mutation and Subscription.</summary>
    public static Schema Build(string sdl) => new SdlSchema(sdl).Build();

    private Schema Build()
    {
        foreach (var definition in _document.Definitions.OfType<ITypeDefinitionNode>())
        {
            _types.Add(definition.Name.Value, Declare(definition));
        }

        foreach (var definition in _document.Definitions.OfType<ITypeDefinitionNode>())
        {
            Complete(definition);
        }

        return new Schema(
            (ObjectType)_types["Query"],
            _types.GetValueOrDefault("Mutation") as ObjectType,
            _types.GetValueOrDefault("Subscription") as ObjectType,
            [.. _types.Values],
            [.. _document.Definitions.OfType<DirectiveDefinitionNode>().Select(Directive)]);
    }

    private static TypeDefinition Declare(ITypeDefinitionNode definition) => definition switch
    {
        ObjectTypeDefinitionNode node => new ObjectType(node.Name.Value),
        InterfaceTypeDefinitionNode node => new InterfaceType(node.Name.Value),
        UnionTypeDefinitionNode node => new UnionType(node.Name.Value),
        EnumTypeDefinitionNode node =>
            new EnumType(node.Name.Value, node.Values.Select(value => new EnumValue(value.Name.Value))),
        InputObjectTypeDefinitionNode node => new InputObjectType(node.Name.Value)
        {
            IsOneOf = node.Directives.Any(directive => directive.Name.Value == "oneOf"),
        },
        _ => new AnyScalar(definition.Name.Value),
    };

    private void Complete(ITypeDefinitionNode definition)
    {
        switch (_types[definition.Name.Value], definition)
        {
            case (ComplexTypeDefinition type, ComplexTypeDefinitionNode node):
                type.Fields = new FieldCollection<OutputField>(node.Fields.Select(Field));
                type.Implements = [.. node.Interfaces.Select(name => (InterfaceType)TypeOf(name))];
                break;
            case (UnionType type, UnionTypeDefinitionNode node):
                type.Types = [.. node.Types.Select(name => (ObjectType)TypeOf(name))];
                break;
            case (InputObjectType type, InputObjectTypeDefinitionNode node):
                type.Fields = new FieldCollection<InputField>(node.Fields.Select(Input));
                break;
        }
    }

    private OutputField Field(FieldDefinitionNode node) => new(node.Name.Value, TypeOf(node.Type))
    {
        Arguments = new FieldCollection<InputField>(node.Arguments.Select(Input)),
    };

    private InputField Input(InputValueDefinitionNode node) => new(node.Name.Value, TypeOf(node.Type))
    {
        DefaultValue = node.DefaultValue,
    };

    private DirectiveType Directive(DirectiveDefinitionNode node) => new(
        node.Name.Value,
        "",
        [.. node.Locations.Select(location => Enum.Parse<DirectiveLocation>(location.Value.Replace("_", ""), true))],
        [.. node.Arguments.Select(Input)])
    {
        IsRepeatable = node.IsRepeatable,
    };

    private IType TypeOf(ITypeNode reference) => reference switch
    {
        NonNullTypeNode nonNull => new NonNullType(TypeOf(nonNull.Type)),
        ListTypeNode list => new ListType(TypeOf(list.Type)),
        _ => _types[((NamedTypeNode)reference).Name.Value],
    };
}
