using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Types.Building;

/// <summary>The directives of the specification. Spec: Type System, "Directives".</summary>
internal static class BuiltInDirectives
{
    public const string DefaultDeprecationReason = "No longer supported";

    public static IReadOnlyList<DirectiveType> Create(TypeRegistry types)
    {
        var boolean = new NonNullType(types.Scalar(typeof(BooleanType)));
        var text = types.Scalar(typeof(StringType));
        DirectiveLocation[] selections =
            [DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment];
        return
        [
            new DirectiveType(
                "include",
                "Directs the executor to include this field or fragment only when the `if` argument is true.",
                selections,
                new InputField("if", boolean, static () => "Included when true.")),
            new DirectiveType(
                "skip",
                "Directs the executor to skip this field or fragment when the `if` argument is true.",
                selections,
                new InputField("if", boolean, static () => "Skipped when true.")),
            new DirectiveType(
                "deprecated",
                "Marks an element of a GraphQL schema as no longer supported.",
                [
                    DirectiveLocation.FieldDefinition, DirectiveLocation.ArgumentDefinition,
                    DirectiveLocation.InputFieldDefinition, DirectiveLocation.EnumValue,
                ],
                new InputField("reason", new NonNullType(text), static () =>
                    "Explains why this element was deprecated, usually also including a suggestion for how to access " +
                    "supported similar data. Formatted using the Markdown syntax, as specified by " +
                    "[CommonMark](https://commonmark.org/).")
                {
                    DefaultValue = new StringValueNode(Location.None, DefaultDeprecationReason, block: false),
                }),
            new DirectiveType(
                "specifiedBy",
                "Exposes a URL that specifies the behavior of this scalar.",
                [DirectiveLocation.Scalar],
                new InputField("url", new NonNullType(text), static () =>
                    "The URL that specifies the behavior of this scalar.")),
            new DirectiveType(
                "oneOf",
                "Indicates exactly one field must be supplied and this field must not be `null`.",
                [DirectiveLocation.InputObject]),
        ];
    }
}
