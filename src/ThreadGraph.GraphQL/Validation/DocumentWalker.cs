using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>
/// Walks the executable definitions of a document once, in source order, and asks all rules at every node.
/// </summary>
/// <remarks>
/// The types along the way are kept in the <see cref="ValidationContext"/> and put back when a node is left, so the
/// walk allocates nothing. It calls itself once per nesting level; the parser bounds those
/// (<see cref="ParserOptions.MaxAllowedRecursionDepth"/>). Fragment spreads are not followed.
/// </remarks>
internal sealed class DocumentWalker(RuleSet rules, ValidationContext context)
{
    private readonly Schema _schema = context.Schema;

    public void Walk()
    {
        Enter(rules.EnterDocument, context.Document);
        foreach (var definition in context.Document.Definitions)
        {
            if (context.IsAborted)
            {
                return;
            }

            Walk(definition);
        }

        Leave(rules.LeaveDocument, context.Document);
    }

    /// <summary>Walks one definition; those of the type system have nothing to ask about.</summary>
    public void Walk(IDefinitionNode definition)
    {
        switch (definition)
        {
            case OperationDefinitionNode operation:
                WalkOperation(operation);
                break;
            case FragmentDefinitionNode fragment:
                WalkFragment(fragment);
                break;
        }
    }

    private void WalkOperation(OperationDefinitionNode operation)
    {
        context.Type = _schema.GetOperationType(operation.Operation);
        Enter(rules.EnterOperation, operation);
        foreach (var variable in operation.VariableDefinitions)
        {
            WalkVariableDefinition(variable);
        }

        WalkDirectives(operation.Directives, LocationOf(operation.Operation));
        WalkSelectionSet(operation.SelectionSet);
        Leave(rules.LeaveOperation, operation);
        context.Type = null;
    }

    private void WalkFragment(FragmentDefinitionNode fragment)
    {
        context.Type = OutputType(fragment.TypeCondition);
        Enter(rules.EnterFragment, fragment);
        Enter(rules.EnterNamedType, fragment.TypeCondition);
        WalkDirectives(fragment.Directives, DirectiveLocation.FragmentDefinition);
        WalkSelectionSet(fragment.SelectionSet);
        context.Type = null;
    }

    private void WalkVariableDefinition(VariableDefinitionNode variable)
    {
        Enter(rules.EnterVariableDefinition, variable);
        Enter(rules.EnterNamedType, variable.Type.NamedType());
        if (variable.DefaultValue is { } value)
        {
            var type = _schema.GetType(variable.Type);
            context.InputType = type?.IsInputType() == true ? type : null;
            Enter(rules.EnterValue, value);
            context.InputType = null;
        }

        WalkDirectives(variable.Directives, DirectiveLocation.VariableDefinition);
    }

    private void WalkSelectionSet(SelectionSetNode set)
    {
        var outer = context.ParentType;
        context.ParentType = context.Type is { } type && type.IsCompositeType() ? type.NamedType() : null;
        Enter(rules.EnterSelectionSet, set);
        WalkSelections(set);
        context.ParentType = outer;
    }

    private void WalkSelections(SelectionSetNode set)
    {
        for (var i = 0; i < set.Selections.Count && !context.IsAborted; i++)
        {
            switch (set.Selections[i])
            {
                case FieldNode field:
                    WalkField(field);
                    break;
                case FragmentSpreadNode spread:
                    Enter(rules.EnterFragmentSpread, spread);
                    WalkDirectives(spread.Directives, DirectiveLocation.FragmentSpread);
                    break;
                case InlineFragmentNode inline:
                    WalkInlineFragment(inline);
                    break;
            }
        }
    }

    private void WalkField(FieldNode field)
    {
        var (outerField, outerType) = (context.Field, context.Type);
        context.Field = context.ParentType is { } parent ? _schema.GetField(parent, field.Name.Value) : null;
        context.Type = context.Field?.Type;
        Enter(rules.EnterField, field);
        WalkArguments(field.Arguments, context.Field?.Arguments);
        WalkDirectives(field.Directives, DirectiveLocation.Field);
        if (field.SelectionSet is { } set)
        {
            WalkSelectionSet(set);
        }

        Leave(rules.LeaveField, field);
        (context.Field, context.Type) = (outerField, outerType);
    }

    private void WalkInlineFragment(InlineFragmentNode inline)
    {
        var (outerType, outerParent) = (context.Type, context.ParentType);
        context.Type = inline.TypeCondition is { } condition ? OutputType(condition) : outerType?.NamedType();
        Enter(rules.EnterInlineFragment, inline);
        if (inline.TypeCondition is not null)
        {
            Enter(rules.EnterNamedType, inline.TypeCondition);
        }

        WalkDirectives(inline.Directives, DirectiveLocation.InlineFragment);
        context.ParentType = context.Type?.IsCompositeType() == true ? context.Type.NamedType() : null;
        WalkSelections(inline.SelectionSet);
        (context.Type, context.ParentType) = (outerType, outerParent);
    }

    private void WalkDirectives(IReadOnlyList<DirectiveNode> directives, DirectiveLocation location)
    {
        for (var i = 0; i < directives.Count; i++)
        {
            var directive = directives[i];
            context.AppliedDirective = directive;
            context.DirectiveLocation = location;
            Enter(rules.EnterDirective, directive);
            _schema.TryGetDirective(directive.Name.Value, out var definition);
            WalkArguments(directive.Arguments, definition?.Arguments);
            Leave(rules.LeaveDirective, directive);
            context.AppliedDirective = null;
        }
    }

    private void WalkArguments(IReadOnlyList<ArgumentNode> arguments, FieldCollection<InputField>? definitions)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            context.Argument = definitions?.Find(argument.Name.Value);
            context.InputType = context.Argument?.Type;
            Enter(rules.EnterArgument, argument);
            Enter(rules.EnterValue, argument.Value);
            context.InputType = null;
            context.Argument = null;
        }
    }

    private ITypeDefinition? OutputType(NamedTypeNode condition) =>
        _schema.TryGetType(condition.Name.Value, out var type) && type.IsOutputType() ? type : null;

    private static DirectiveLocation LocationOf(OperationType operation) => operation switch
    {
        OperationType.Query => DirectiveLocation.Query,
        OperationType.Mutation => DirectiveLocation.Mutation,
        _ => DirectiveLocation.Subscription,
    };

    private void Enter<TNode>(IEnter<TNode>[] rulesForNode, TNode node) where TNode : ISyntaxNode
    {
        foreach (var rule in rulesForNode)
        {
            rule.Enter(node, context);
        }
    }

    private void Leave<TNode>(ILeave<TNode>[] rulesForNode, TNode node) where TNode : ISyntaxNode
    {
        foreach (var rule in rulesForNode)
        {
            rule.Leave(node, context);
        }
    }
}
