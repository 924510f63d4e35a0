using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>Rules, sorted by what they look at, so that a walk asks of each node only the rules that care.</summary>
internal sealed class RuleSet
{
    private readonly IReadOnlyList<IRule> _rules;

    /// <summary>Takes the rules in the order in which they report at the same node.</summary>
    public RuleSet(params IReadOnlyList<IRule> rules)
    {
        _rules = rules;
        EnterDocument = Entering<DocumentNode>();
        LeaveDocument = Leaving<DocumentNode>();
        EnterOperation = Entering<OperationDefinitionNode>();
        LeaveOperation = Leaving<OperationDefinitionNode>();
        EnterFragment = Entering<FragmentDefinitionNode>();
        EnterVariableDefinition = Entering<VariableDefinitionNode>();
        EnterNamedType = Entering<NamedTypeNode>();
        EnterSelectionSet = Entering<SelectionSetNode>();
        EnterField = Entering<FieldNode>();
        LeaveField = Leaving<FieldNode>();
        EnterFragmentSpread = Entering<FragmentSpreadNode>();
        EnterInlineFragment = Entering<InlineFragmentNode>();
        EnterDirective = Entering<DirectiveNode>();
        LeaveDirective = Leaving<DirectiveNode>();
        EnterArgument = Entering<ArgumentNode>();
        EnterValue = Entering<IValueNode>();
    }

    /// <summary>
    /// Every rule of the September 2025 edition, in the order of graphql-js, and the guard against introspection that
    /// multiplies itself, which graphql-js and HotChocolate add to them.
    /// </summary>
    public static RuleSet Specified { get; } = new(
        new ExecutableDefinitionsRule(),
        new KnownOperationTypesRule(),
        new UniqueOperationNamesRule(),
        new LoneAnonymousOperationRule(),
        new SingleFieldSubscriptionsRule(),
        new KnownTypeNamesRule(),
        new FragmentsOnCompositeTypesRule(),
        new VariablesAreInputTypesRule(),
        new ScalarLeafsRule(),
        new FieldsOnCorrectTypeRule(),
        new UniqueFragmentNamesRule(),
        new KnownFragmentNamesRule(),
        new NoUnusedFragmentsRule(),
        new PossibleFragmentSpreadsRule(),
        new NoFragmentCyclesRule(),
        new UniqueVariableNamesRule(),
        new NoUndefinedVariablesRule(),
        new NoUnusedVariablesRule(),
        new KnownDirectivesRule(),
        new UniqueDirectivesPerLocationRule(),
        new KnownArgumentNamesRule(),
        new UniqueArgumentNamesRule(),
        new ValuesOfCorrectTypeRule(),
        new ProvidedRequiredArgumentsRule(),
        new VariablesInAllowedPositionRule(),
        new OverlappingFieldsCanBeMergedRule(),
        new UniqueInputFieldNamesRule(),
        new MaxIntrospectionDepthRule());

    /// <summary>These rules and one more.</summary>
    public RuleSet With(IRule rule) => new([.. _rules, rule]);

    public IEnter<DocumentNode>[] EnterDocument { get; }

    public ILeave<DocumentNode>[] LeaveDocument { get; }

    public IEnter<OperationDefinitionNode>[] EnterOperation { get; }

    public ILeave<OperationDefinitionNode>[] LeaveOperation { get; }

    public IEnter<FragmentDefinitionNode>[] EnterFragment { get; }

    public IEnter<VariableDefinitionNode>[] EnterVariableDefinition { get; }

    public IEnter<NamedTypeNode>[] EnterNamedType { get; }

    public IEnter<SelectionSetNode>[] EnterSelectionSet { get; }

    public IEnter<FieldNode>[] EnterField { get; }

    public ILeave<FieldNode>[] LeaveField { get; }

    public IEnter<FragmentSpreadNode>[] EnterFragmentSpread { get; }

    public IEnter<InlineFragmentNode>[] EnterInlineFragment { get; }

    public IEnter<DirectiveNode>[] EnterDirective { get; }

    public ILeave<DirectiveNode>[] LeaveDirective { get; }

    public IEnter<ArgumentNode>[] EnterArgument { get; }

    public IEnter<IValueNode>[] EnterValue { get; }

    private IEnter<TNode>[] Entering<TNode>() where TNode : ISyntaxNode => [.. _rules.OfType<IEnter<TNode>>()];

    private ILeave<TNode>[] Leaving<TNode>() where TNode : ISyntaxNode => [.. _rules.OfType<ILeave<TNode>>()];
}
