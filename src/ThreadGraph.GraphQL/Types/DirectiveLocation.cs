#pragma warning disable CS1591 // Each member is the grammar's word for the place of the same name.
namespace ThreadGraph.GraphQL.Types;

/// <summary>The places a directive can be applied to. Spec: Type System, "DirectiveLocations".</summary>
[GraphQLName("__DirectiveLocation")]
public enum DirectiveLocation
{
    Query,
    Mutation,
    Subscription,
    Field,
    FragmentDefinition,
    FragmentSpread,
    InlineFragment,
    VariableDefinition,
    Schema,
    Scalar,
    Object,
    FieldDefinition,
    ArgumentDefinition,
    Interface,
    Union,
    Enum,
    EnumValue,
    InputObject,
    InputFieldDefinition,
}
