namespace ThreadGraph.GraphQL.Language;

public ref partial struct Utf8GraphQLParser
{
    // FragmentSpread : ... FragmentName Directives?
    // InlineFragment : ... TypeCondition? Directives? SelectionSet
    private ISelectionNode ParseFragment()
    {
        var start = _reader.Start;
        Count(ref _fragmentCount, _options.MaxAllowedFragments, "fragments", start);
        Expect(TokenKind.Spread);
        return _reader.Kind == TokenKind.Name && !_reader.IsName("on"u8)
            ? ParseFragmentSpread(start)
            : ParseInlineFragment(start);
    }

    private FragmentSpreadNode ParseFragmentSpread(int start)
    {
        var name = ParseFragmentName();
        var directives = ParseDirectives(constant: false);
        return new FragmentSpreadNode(LocationFrom(start), name, directives);
    }

    private InlineFragmentNode ParseInlineFragment(int start)
    {
        var typeCondition = SkipKeyword("on"u8) ? ParseNamedType() : null;
        var directives = ParseDirectives(constant: false);
        var selectionSet = ParseSelectionSet();
        return new InlineFragmentNode(LocationFrom(start), typeCondition, directives, selectionSet);
    }

    // FragmentDefinition : Description? fragment FragmentName TypeCondition Directives? SelectionSet
    // TypeCondition : on NamedType
    private FragmentDefinitionNode ParseFragmentDefinition(int start, StringValueNode? description)
    {
        Count(ref _fragmentCount, _options.MaxAllowedFragments, "fragments", start);
        ExpectKeyword("fragment"u8);
        var name = ParseFragmentName();
        ExpectKeyword("on"u8);
        var typeCondition = ParseNamedType();
        var directives = ParseDirectives(constant: false);
        var selectionSet = ParseSelectionSet();
        return new FragmentDefinitionNode(
            LocationFrom(start), description, name, typeCondition, directives, selectionSet);
    }

    // FragmentName : Name but not on
    private NameNode ParseFragmentName() => _reader.IsName("on"u8) ? throw Unexpected() : ParseName();
}
