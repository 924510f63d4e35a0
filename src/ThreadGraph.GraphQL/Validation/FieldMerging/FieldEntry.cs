using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Validation.FieldMerging;

/// <summary>A selected field with what the schema says about it.</summary>
/// <param name="node">The field.</param>
/// <param name="parentType">The type that it is selected on; null where it is unknown.</param>
/// <param name="definition">Its definition; null where it is unknown.</param>
internal sealed class FieldEntry(FieldNode node, ITypeDefinition? parentType, OutputField? definition)
{
    public FieldNode Node { get; } = node;

    public ITypeDefinition? ParentType { get; } = parentType;

    public OutputField? Definition { get; } = definition;
}
