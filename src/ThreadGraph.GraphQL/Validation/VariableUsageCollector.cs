using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>Finds where definitions use variables, and what those places expect.</summary>
internal sealed class VariableUsageCollector : IEnter<IValueNode>
{
    private readonly DocumentWalker _walker;
    private List<VariableUsage> _usages = [];

    public VariableUsageCollector(Schema schema, DocumentNode document) =>
        _walker = new DocumentWalker(new RuleSet(this), new ValidationContext(schema, document));

    /// <summary>
    /// The usages in one definition, in source order; the fragments that it spreads are not looked into.
    /// </summary>
    public IReadOnlyList<VariableUsage> Collect(IDefinitionNode definition)
    {
        _usages = [];
        _walker.Walk(definition);
        return _usages;
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
