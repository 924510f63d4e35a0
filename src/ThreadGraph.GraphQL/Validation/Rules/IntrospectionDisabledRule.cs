using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>The schema cannot be asked for. <c>__typename</c> stays: clients need it to read abstract types.</summary>
/// <remarks>Not in the specification; a switch of the server (<c>DisableIntrospection</c>), off by default.</remarks>
internal sealed class IntrospectionDisabledRule : IEnter<FieldNode>
{
    public void Enter(FieldNode node, ValidationContext context)
    {
        if (node.Name.Value is "__schema" or "__type" && context.ParentType == context.Schema.QueryType)
        {
            context.Report(
                $"Introspection is disabled on this server, but the document selects \"{node.Name.Value}\". " +
                "Ask the server's operator for the schema.",
                node);
        }
    }
}
