using System.Globalization;
using System.Text;
using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Tests.Language;

/// <summary>A syntax tree as text: one node a line, its range of bytes, its own value; children indented.</summary>
internal static class SyntaxOutline
{
    public static string Of(ISyntaxNode node)
    {
        var outline = new StringBuilder();
        Append(outline, node, 0);
        return outline.ToString().TrimEnd('\n');
    }

    private static void Append(StringBuilder outline, ISyntaxNode node, int level)
    {
        var location = string.Create(CultureInfo.InvariantCulture, $"{node.Location.Start}-{node.Location.End}");
        outline.Append(' ', level * 2).Append($"{node.Kind} {location}{OwnValue(node)}\n");
        foreach (var child in Children(node).OrderBy(child => child.Location.Start))
        {
            Append(outline, child, level + 1);
        }
    }

    private static IEnumerable<ISyntaxNode> Children(ISyntaxNode node) =>
        from property in node.GetType().GetProperties()
        let value = property.GetValue(node)
        from child in value as IEnumerable<ISyntaxNode> ?? (value is ISyntaxNode single ? [single] : [])
        select child;

    private static string OwnValue(ISyntaxNode node) => node switch
    {
        NameNode name => $" {name.Value}",
        IntValueNode number => $" {number.Value}",
        FloatValueNode number => $" {number.Value}",
        StringValueNode text => $" {(text.Block ? "block" : "quoted")} {text.Value}",
        BooleanValueNode boolean => boolean.Value ? " true" : " false",
        EnumValueNode value => $" {value.Value}",
        OperationDefinitionNode operation => $" {operation.Operation}",
        OperationTypeDefinitionNode operationType => $" {operationType.Operation}",
        DirectiveDefinitionNode { IsRepeatable: true } => " repeatable",
        _ => "",
    };
}
