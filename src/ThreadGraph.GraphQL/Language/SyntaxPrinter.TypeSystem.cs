namespace ThreadGraph.GraphQL.Language;

public sealed partial class SyntaxPrinter
{
    private void WriteTypeSystemDefinition(ITypeSystemDefinitionNode definition)
    {
        WriteDescription(definition.Description);
        switch (definition)
        {
            case SchemaDefinitionNode schema:
                WriteSchema("schema", schema.Directives, schema.OperationTypes);
                break;
            case ScalarTypeDefinitionNode scalar:
                WriteHead("scalar", scalar.Name, scalar.Directives);
                break;
            case ObjectTypeDefinitionNode type:
                WriteComplexType("type", type.Name, type.Interfaces, type.Directives, type.Fields);
                break;
            case InterfaceTypeDefinitionNode type:
                WriteComplexType("interface", type.Name, type.Interfaces, type.Directives, type.Fields);
                break;
            case UnionTypeDefinitionNode union:
                WriteUnion("union", union.Name, union.Directives, union.Types);
                break;
            case EnumTypeDefinitionNode type:
                WriteHead("enum", type.Name, type.Directives);
                WriteSpacedBlock(type.Values);
                break;
            case InputObjectTypeDefinitionNode type:
                WriteHead("input", type.Name, type.Directives);
                WriteSpacedBlock(type.Fields);
                break;
            case DirectiveDefinitionNode directive:
                WriteDirectiveDefinition(directive);
                break;
            default:
                throw Unprintable(definition);
        }
    }

    private void WriteTypeSystemExtension(ITypeSystemExtensionNode extension)
    {
        switch (extension)
        {
            case SchemaExtensionNode schema:
                WriteSchema("extend schema", schema.Directives, schema.OperationTypes);
                break;
            case ScalarTypeExtensionNode scalar:
                WriteHead("extend scalar", scalar.Name, scalar.Directives);
                break;
            case ObjectTypeExtensionNode type:
                WriteComplexType("extend type", type.Name, type.Interfaces, type.Directives, type.Fields);
                break;
            case InterfaceTypeExtensionNode type:
                WriteComplexType("extend interface", type.Name, type.Interfaces, type.Directives, type.Fields);
                break;
            case UnionTypeExtensionNode union:
                WriteUnion("extend union", union.Name, union.Directives, union.Types);
                break;
            case EnumTypeExtensionNode type:
                WriteHead("extend enum", type.Name, type.Directives);
                WriteSpacedBlock(type.Values);
                break;
            case InputObjectTypeExtensionNode type:
                WriteHead("extend input", type.Name, type.Directives);
                WriteSpacedBlock(type.Fields);
                break;
            default:
                throw Unprintable(extension);
        }
    }

    /// <summary>What stands inside a type system definition.</summary>
    private void WriteMember(ISyntaxNode node)
    {
        switch (node)
        {
            case OperationTypeDefinitionNode operationType:
                _writer.Write($"{Keyword(operationType.Operation)}: ");
                Write(operationType.Type);
                break;
            case FieldDefinitionNode field:
                WriteFieldDefinition(field);
                break;
            case InputValueDefinitionNode value:
                WriteInputValueDefinition(value);
                break;
            case EnumValueDefinitionNode value:
                WriteDescription(value.Description);
                Write(value.Name);
                WriteDirectives(value.Directives);
                break;
            default:
                throw Unprintable(node);
        }
    }

    private void WriteHead(string keyword, NameNode name, IReadOnlyList<DirectiveNode> directives)
    {
        _writer.Write($"{keyword} ");
        Write(name);
        WriteDirectives(directives);
    }

    private void WriteSchema(
        string keyword,
        IReadOnlyList<DirectiveNode> directives,
        IReadOnlyList<OperationTypeDefinitionNode> operationTypes)
    {
        _writer.Write(keyword);
        WriteDirectives(directives);
        WriteSpacedBlock(operationTypes);
    }

    private void WriteComplexType(
        string keyword,
        NameNode name,
        IReadOnlyList<NamedTypeNode> interfaces,
        IReadOnlyList<DirectiveNode> directives,
        IReadOnlyList<FieldDefinitionNode> fields)
    {
        _writer.Write($"{keyword} ");
        Write(name);
        if (interfaces.Count > 0)
        {
            _writer.Write(" implements ");
            WriteAll(interfaces, " & ");
        }

        WriteDirectives(directives);
        WriteSpacedBlock(fields);
    }

    private void WriteUnion(
        string keyword,
        NameNode name,
        IReadOnlyList<DirectiveNode> directives,
        IReadOnlyList<NamedTypeNode> types)
    {
        WriteHead(keyword, name, directives);
        if (types.Count > 0)
        {
            _writer.Write(" = ");
            WriteAll(types, " | ");
        }
    }

    private void WriteFieldDefinition(FieldDefinitionNode field)
    {
        WriteDescription(field.Description);
        Write(field.Name);
        WriteArgumentDefinitions(field.Arguments);
        _writer.Write(": ");
        Write(field.Type);
        WriteDirectives(field.Directives);
    }

    private void WriteInputValueDefinition(InputValueDefinitionNode value)
    {
        WriteDescription(value.Description);
        WritePair(value.Name, value.Type);
        WriteDefaultValue(value.DefaultValue);
        WriteDirectives(value.Directives);
    }

    private void WriteArgumentDefinitions(IReadOnlyList<InputValueDefinitionNode> arguments)
    {
        if (arguments.Count > 0)
        {
            var group = WriteItems("(", arguments, ")");
            _writer.Close(group, broken: _writer.HasLines(group));
        }
    }

    private void WriteDirectiveDefinition(DirectiveDefinitionNode directive)
    {
        _writer.Write("directive @");
        Write(directive.Name);
        WriteArgumentDefinitions(directive.Arguments);
        _writer.Write(directive.IsRepeatable ? " repeatable on " : " on ");
        WriteAll(directive.Locations, " | ");
    }

    private void WriteSpacedBlock<T>(IReadOnlyList<T> nodes)
        where T : ISyntaxNode
    {
        if (nodes.Count > 0)
        {
            _writer.Write(" ");
            WriteBlock(nodes);
        }
    }

    private static ArgumentException Unprintable(ISyntaxNode node) =>
        new($"A node of the kind {node.Kind} cannot be printed.", nameof(node));
}
