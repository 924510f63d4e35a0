using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>Literals fit the types of the places where they stand.</summary>
/// <remarks>
/// Spec: Validation, "Values of Correct Type", "Input Object Field Names", "Input Object Required Fields" and "OneOf
/// Input Objects". Variables are left to <see cref="VariablesInAllowedPositionRule"/>. Order of reports, as in
/// graphql-js: an input object's fields in the order of the type, then unknown fields, then the object as a whole.
/// </remarks>
internal sealed class ValuesOfCorrectTypeRule : IEnter<IValueNode>
{
    public void Enter(IValueNode node, ValidationContext context)
    {
        if (context.InputType is { } type)
        {
            Check(node, type, context);
        }
    }

    private static void Check(IValueNode literal, IType type, ValidationContext context)
    {
        switch (literal, type)
        {
            case (VariableNode, _):
                break;
            case (NullValueNode, NonNullType):
                context.Report($"Expected value of type \"{type}\", found null.", literal);
                break;
            case (_, NonNullType nonNull):
                Check(literal, nonNull.NullableType, context);
                break;
            case (NullValueNode, _):
                break;
            case (ListValueNode list, ListType { ElementType: var itemType }):
                CheckItems(list, itemType, context);
                break;
            case (_, ListType { ElementType: var itemType }):
                // Spec: Type System, "List", Input Coercion: a single value stands for a list of it.
                Check(literal, itemType, context);
                break;
            case (ObjectValueNode input, InputObjectType inputType):
                CheckFields(input, inputType, context);
                break;
            case (_, InputObjectType):
                context.Report($"Expected value of type \"{type}\" to be an object, found: {literal}.", literal);
                break;
            case (_, ILeafType leaf) when !leaf.TryParseLiteral(literal, out _, out var problem):
                context.Report(problem, literal);
                break;
        }
    }

    private static void CheckItems(ListValueNode list, IType itemType, ValidationContext context)
    {
        foreach (var item in list.Items)
        {
            Check(item, itemType, context);
        }
    }

    private static void CheckFields(ObjectValueNode input, InputObjectType type, ValidationContext context)
    {
        foreach (var field in type.Fields)
        {
            // A repeated name is reported elsewhere; its last value is the one that would count.
            var given = input.Fields.LastOrDefault(node => node.Name.Value == field.Name);
            if (given is not null)
            {
                Check(given.Value, field.Type, context);
            }
            else if (field.IsRequired)
            {
                context.Report(
                    $"Field \"{type}.{field}\" of required type \"{field.Type}\" was not provided.", input);
            }
        }

        foreach (var node in input.Fields)
        {
            if (type.Fields.Find(node.Name.Value) is null)
            {
                var name = node.Name.Value;
                var hint = context.DidYouMean(name, type.Fields.Select(field => field.Name));
                context.Report($"Field \"{name}\" is not defined by type \"{type}\".{hint}", node);
            }
        }

        if (type.IsOneOf)
        {
            CheckOneOf(input, type, context);
        }
    }

    private static void CheckOneOf(ObjectValueNode input, InputObjectType type, ValidationContext context)
    {
        var given = input.Fields.Where(node => type.Fields.Find(node.Name.Value) is not null).ToArray();
        if (given.Length != 1)
        {
            context.Report($"OneOf Input Object \"{type}\" must specify exactly one key.", input);
        }
        else if (given[0].Value is NullValueNode)
        {
            context.Report($"Field \"{type}.{given[0].Name.Value}\" must be non-null.", input);
        }
    }
}
