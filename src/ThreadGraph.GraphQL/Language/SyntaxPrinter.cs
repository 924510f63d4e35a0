using System.Runtime.CompilerServices;

namespace ThreadGraph.GraphQL.Language;

/// <summary>Prints syntax nodes as GraphQL, in the layout of graphql-js 17.</summary>
public sealed partial class SyntaxPrinter
{
    private const int MaxLineLength = 80;

    private readonly SyntaxWriter _writer = new();

    private SyntaxPrinter()
    {
    }

    /// <summary>Prints a node and all that is in it.</summary>
    /// <param name="node">A parsed node, or one made by hand.</param>
    /// <returns>GraphQL that parses to an equal node; lines end with \n, the last one without.</returns>
    /// <exception cref="InsufficientExecutionStackException">The node is nested deeper than the stack.</exception>
    public static string Print(ISyntaxNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var printer = new SyntaxPrinter();
        printer.Write(node);
        return printer._writer.ToString();
    }

    private void Write(ISyntaxNode node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (node)
        {
            case DocumentNode document:
                WriteAll(document.Definitions, "\n\n");
                break;
            case NameNode name:
                _writer.Write(name.Value);
                break;
            case IValueNode value:
                WriteValue(value);
                break;
            case ITypeNode type:
                WriteType(type);
                break;
            case ITypeSystemDefinitionNode definition:
                WriteTypeSystemDefinition(definition);
                break;
            case ITypeSystemExtensionNode extension:
                WriteTypeSystemExtension(extension);
                break;
            default:
                WritePart(node);
                break;
        }
    }

    private void WritePart(ISyntaxNode node)
    {
        switch (node)
        {
            case OperationDefinitionNode operation:
                WriteOperation(operation);
                break;
            case FragmentDefinitionNode fragment:
                WriteFragment(fragment);
                break;
            case VariableDefinitionNode variable:
                WriteVariableDefinition(variable);
                break;
            case SelectionSetNode selectionSet:
                WriteSelectionSet(selectionSet);
                break;
            case FieldNode field:
                WriteField(field);
                break;
            case FragmentSpreadNode spread:
                _writer.Write("...");
                Write(spread.Name);
                WriteDirectives(spread.Directives);
                break;
            case InlineFragmentNode fragment:
                WriteInlineFragment(fragment);
                break;
            case ArgumentNode argument:
                WritePair(argument.Name, argument.Value);
                break;
            case DirectiveNode directive:
                WriteDirective(directive);
                break;
            case ObjectFieldNode field:
                WritePair(field.Name, field.Value);
                break;
            default:
                WriteMember(node);
                break;
        }
    }

    private void WritePair(ISyntaxNode name, ISyntaxNode value)
    {
        Write(name);
        _writer.Write(": ");
        Write(value);
    }

    private void WriteAll<T>(IReadOnlyList<T> nodes, string separator)
        where T : ISyntaxNode
    {
        for (var index = 0; index < nodes.Count; index++)
        {
            if (index > 0)
            {
                _writer.Write(separator);
            }

            Write(nodes[index]);
        }
    }

    /// <summary>Items in braces, each on a line of its own; nothing at all without items.</summary>
    private void WriteBlock<T>(IReadOnlyList<T> nodes)
        where T : ISyntaxNode
    {
        if (nodes.Count == 0)
        {
            return;
        }

        _writer.Write("{");
        var start = _writer.StartBlock();
        WriteAll(nodes, "\n");
        _writer.EndBlock(start);
        _writer.Write("}");
    }

    private SyntaxWriter.Group WriteItems<T>(string open, IReadOnlyList<T> nodes, string close)
        where T : ISyntaxNode
    {
        var group = _writer.Open(open, close);
        for (var index = 0; index < nodes.Count; index++)
        {
            if (index > 0)
            {
                _writer.Separate(group);
            }

            Write(nodes[index]);
        }

        return group;
    }

    private void WriteDescription(StringValueNode? description)
    {
        if (description is not null)
        {
            Write(description);
            _writer.WriteLine();
        }
    }
}
