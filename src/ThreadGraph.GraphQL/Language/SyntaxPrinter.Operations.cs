namespace ThreadGraph.GraphQL.Language;

public sealed partial class SyntaxPrinter
{
    private void WriteOperation(OperationDefinitionNode operation)
    {
        if (!IsShorthand(operation))
        {
            WriteDescription(operation.Description);
            _writer.Write(Keyword(operation.Operation));
            if (operation.Name is not null || operation.VariableDefinitions.Count > 0)
            {
                _writer.Write(" ");
            }

            if (operation.Name is not null)
            {
                Write(operation.Name);
            }

            WriteVariableDefinitions(operation.VariableDefinitions);
            WriteDirectives(operation.Directives);
            _writer.Write(" ");
        }

        Write(operation.SelectionSet);
    }

    private static bool IsShorthand(OperationDefinitionNode operation) =>
        operation is { Operation: OperationType.Query, Description: null, Name: null }
        && operation.VariableDefinitions.Count == 0
        && operation.Directives.Count == 0;

    private static string Keyword(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        OperationType.Subscription => "subscription",
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    private void WriteVariableDefinitions(IReadOnlyList<VariableDefinitionNode> definitions)
    {
        if (definitions.Count > 0)
        {
            var group = WriteItems("(", definitions, ")");
            _writer.Close(group, broken: _writer.HasLines(group), indented: false);
        }
    }

    private void WriteVariableDefinition(VariableDefinitionNode definition)
    {
        WriteDescription(definition.Description);
        WritePair(definition.Variable, definition.Type);
        WriteDefaultValue(definition.DefaultValue);
        WriteDirectives(definition.Directives);
    }

    private void WriteDefaultValue(IValueNode? value)
    {
        if (value is not null)
        {
            _writer.Write(" = ");
            Write(value);
        }
    }

    private void WriteSelectionSet(SelectionSetNode selectionSet)
    {
        if (selectionSet.Selections.Count == 0)
        {
            _writer.Write("{}");
        }

        WriteBlock(selectionSet.Selections);
    }

    private void WriteField(FieldNode field)
    {
        var start = _writer.Length;
        if (field.Alias is not null)
        {
            Write(field.Alias);
            _writer.Write(": ");
        }

        Write(field.Name);
        WriteArguments(field.Arguments, _writer.Length - start);
        WriteDirectives(field.Directives);
        if (field.SelectionSet is not null)
        {
            _writer.Write(" ");
            Write(field.SelectionSet);
        }
    }

    private void WriteArguments(IReadOnlyList<ArgumentNode> arguments, int prefixLength)
    {
        if (arguments.Count > 0)
        {
            var group = WriteItems("(", arguments, ")");
            _writer.Close(group, broken: prefixLength + _writer.InnerLength(group) + 2 > MaxLineLength);
        }
    }

    private void WriteFragment(FragmentDefinitionNode fragment)
    {
        WriteDescription(fragment.Description);
        _writer.Write("fragment ");
        Write(fragment.Name);
        _writer.Write(" on ");
        Write(fragment.TypeCondition);
        WriteDirectives(fragment.Directives);
        _writer.Write(" ");
        Write(fragment.SelectionSet);
    }

    private void WriteInlineFragment(InlineFragmentNode fragment)
    {
        _writer.Write("...");
        if (fragment.TypeCondition is not null)
        {
            _writer.Write(" on ");
            Write(fragment.TypeCondition);
        }

        WriteDirectives(fragment.Directives);
        _writer.Write(" ");
        Write(fragment.SelectionSet);
    }

    /// <summary>Directives, each with a space in front.</summary>
    private void WriteDirectives(IReadOnlyList<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            _writer.Write(" ");
            Write(directive);
        }
    }

    private void WriteDirective(DirectiveNode directive)
    {
        _writer.Write("@");
        Write(directive.Name);
        if (directive.Arguments.Count > 0)
        {
            _writer.Close(WriteItems("(", directive.Arguments, ")"), broken: false);
        }
    }
}
