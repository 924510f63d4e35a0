using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>Every selected field exists.</summary>
/// <remarks>Spec: Validation, "Field Selections".</remarks>
internal sealed class FieldsOnCorrectTypeRule : IEnter<FieldNode>
{
    public void Enter(FieldNode node, ValidationContext context)
    {
        if (context.ParentType is not { } parent || context.Field is not null)
        {
            return;
        }

        var name = node.Name.Value;
        var hint = context.DidYouMeanToNarrowTo(TypesWithField(context.Schema, parent, name));
        if (hint.Length == 0 && parent is ComplexTypeDefinition complex)
        {
            hint = context.DidYouMean(name, complex.Fields.Select(field => field.Name));
        }

        context.Report($"Cannot query field \"{name}\" on type \"{parent}\".{hint}", node);
    }

    /// <summary>
    /// The possible types with the field and their interfaces with it: those of most use first, then interfaces.
    /// </summary>
    private static List<string> TypesWithField(Schema schema, ITypeDefinition parent, string name)
    {
        if (!parent.IsAbstractType())
        {
            return [];
        }

        var uses = new Dictionary<ComplexTypeDefinition, int>();
        foreach (var possible in schema.GetPossibleTypes(parent).Where(type => type.Fields.Find(name) is not null))
        {
            uses[possible] = 1;
            foreach (var face in possible.Implements.Where(type => type.Fields.Find(name) is not null))
            {
                uses[face] = uses.GetValueOrDefault(face) + 1;
            }
        }

        return
        [
            .. uses
                .OrderByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key is InterfaceType ? pair.Key.Implements.Count : int.MaxValue)
                .ThenBy(pair => pair.Key.Name, StringComparer.Ordinal)
                .Select(pair => pair.Key.Name),
        ];
    }
}
