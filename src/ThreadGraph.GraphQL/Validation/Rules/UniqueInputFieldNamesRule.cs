using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>Fields of an input object have different names.</summary>
/// <remarks>Spec: Validation, "Input Object Field Uniqueness".</remarks>
internal sealed class UniqueInputFieldNamesRule : IEnter<IValueNode>
{
    public void Enter(IValueNode node, ValidationContext context)
    {
        switch (node)
        {
            case ListValueNode list:
                foreach (var item in list.Items)
                {
                    Enter(item, context);
                }

                break;
            case ObjectValueNode input:
                Check(input, context);
                break;
        }
    }

    private void Check(ObjectValueNode input, ValidationContext context)
    {
        var first = input.Fields.Count > 1 ? new Dictionary<string, NameNode>(StringComparer.Ordinal) : null;
        foreach (var field in input.Fields)
        {
            var name = field.Name.Value;
            if (first?.TryAdd(name, field.Name) == false)
            {
                context.Report($"There can be only one input field named \"{name}\".", first[name], field.Name);
            }

            Enter(field.Value, context);
        }
    }
}
