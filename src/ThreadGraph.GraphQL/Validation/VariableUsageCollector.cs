using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>Finds where a definition uses variables, and what those places expect.</summary>
internal sealed class VariableUsageCollector : IEnter<IValueNode>
{
    private readonly List<VariableUsage> _usages = [];

    /// <summary>The usages in one definition, in source order; the fragments that it spreads are not looked into.</summary>
    public static IReadOnlyList<VariableUsage> Collect(Schema schema, DocumentNode document, IDefinitionNode definition)
    {
        var collector = new VariableUsageCollector();
        new DocumentWalker(new RuleSet(collector), new ValidationContext(schema, document)).Walk(definition);
        return collector._usages;
    }

    void IEnter<IValueNode>.Enter(IValueNode node, ValidationContext context) =>
        Collect(node, context.InputType, context.Argument?.DefaultValue is not null, oneOf: null);

    private void Collect(IValueNode value, IType? type, bool hasDefault, InputObjectType? oneOf)
    {
        switch (value)
        {
            case VariableNode variable:
                _usages.Add(new VariableUsage(variable, type, hasDefault, oneOf));
                break;
            case ListValueNode list:
                CollectItems(list, type?.NullableType() as ListType);
                break;
            case ObjectValueNode input:
                CollectFields(input, type?.NamedType() as InputObjectType);
                break;
        }
    }

    private void CollectItems(ListValueNode list, ListType? type)
    {
        foreach (var item in list.Items)
        {
            Collect(item, type?.ElementType, hasDefault: false, oneOf: null);
        }
    }

    private void CollectFields(ObjectValueNode input, InputObjectType? type)
    {
        foreach (var node in input.Fields)
        {
            var field = type?.Fields.Find(node.Name.Value);
            var oneOf = type is { IsOneOf: true } ? type : null;
            Collect(node.Value, field?.Type, field?.DefaultValue is not null, oneOf);
        }
    }
}
