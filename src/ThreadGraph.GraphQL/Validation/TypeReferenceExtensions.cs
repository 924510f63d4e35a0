using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>Questions about type references.</summary>
internal static class TypeReferenceExtensions
{
    /// <summary>The name inside all wrappers.</summary>
    public static NamedTypeNode NamedType(this ITypeNode type)
    {
        while (true)
        {
            switch (type)
            {
                case NonNullTypeNode nonNull:
                    type = nonNull.Type;
                    break;
                case ListTypeNode list:
                    type = list.Type;
                    break;
                default:
                    return (NamedTypeNode)type;
            }
        }
    }
}
