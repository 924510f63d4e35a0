using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace ThreadGraph.GraphQL.Types;

/// <summary>A complete, checked schema.</summary>
/// <remarks>Spec: Type System, "Schema".</remarks>
public sealed class Schema
{
    private readonly FrozenDictionary<string, ITypeDefinition> _types;
    private readonly FrozenDictionary<string, DirectiveType> _directives;
    private readonly Dictionary<ITypeDefinition, IReadOnlyList<ObjectType>> _possibleTypes = [];

    internal Schema(
        ObjectType queryType,
        ObjectType? mutationType,
        ObjectType? subscriptionType,
        IReadOnlyList<ITypeDefinition> types,
        IReadOnlyList<DirectiveType> directives)
    {
        QueryType = queryType;
        MutationType = mutationType;
        SubscriptionType = subscriptionType;
        Types = types;
        Directives = directives;
        _types = types.ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);
        _directives = directives.ToFrozenDictionary(d => d.Name, StringComparer.Ordinal);
        Introspection = new IntrospectionFields(_types);
        foreach (var values in types.OfType<EnumType>())
        {
            values.Suggestions = Suggestions;
        }

        foreach (var type in types)
        {
            _possibleTypes[type] = type switch
            {
                ObjectType self => [self],
                UnionType union => union.Types,
                InterfaceType face => [.. types.OfType<ObjectType>().Where(o => o.Implements.Contains(face))],
                _ => [],
            };
        }
    }

    /// <summary>The type of the query root.</summary>
    public ObjectType QueryType { get; }

    /// <summary>The type of the mutation root, if there is one.</summary>
    public ObjectType? MutationType { get; }

    /// <summary>The type of the subscription root, if there is one.</summary>
    public ObjectType? SubscriptionType { get; }

    /// <summary>All named types, built-in and introspection types included.</summary>
    public IReadOnlyList<ITypeDefinition> Types { get; }

    /// <summary>All directives, built-in ones included.</summary>
    public IReadOnlyList<DirectiveType> Directives { get; }

    /// <summary>The meta-fields.</summary>
    public IntrospectionFields Introspection { get; }

    /// <summary>The names that errors suggest in place of mistyped ones.</summary>
    internal Suggestions Suggestions { get; } = new();

    /// <summary>Finds a named type.</summary>
    public bool TryGetType(string name, [NotNullWhen(true)] out ITypeDefinition? type) =>
        _types.TryGetValue(name, out type);

    /// <summary>Finds a directive by its name without the <c>@</c>.</summary>
    public bool TryGetDirective(string name, [NotNullWhen(true)] out DirectiveType? directive) =>
        _directives.TryGetValue(name, out directive);

    /// <summary>The root type of an operation; <see langword="null"/> where the schema has none.</summary>
    public ObjectType? GetOperationType(Language.OperationType operation) => operation switch
    {
        Language.OperationType.Query => QueryType,
        Language.OperationType.Mutation => MutationType,
        _ => SubscriptionType,
    };

    /// <summary>The object types that a value of a composite type may have. Spec: "GetPossibleTypes".</summary>
    public IReadOnlyList<ObjectType> GetPossibleTypes(ITypeDefinition type) => _possibleTypes[type];

    /// <summary>Finds the type that a document's type reference names; <see langword="null"/> where it is unknown.</summary>
    public IType? GetType(Language.ITypeNode reference) => reference switch
    {
        Language.NamedTypeNode named => TryGetType(named.Name.Value, out var type) ? type : null,
        Language.ListTypeNode list => GetType(list.Type) is { } element ? new ListType(element) : null,
        Language.NonNullTypeNode nonNull => GetType(nonNull.Type) is { } inner ? new NonNullType(inner) : null,
        _ => null,
    };

    /// <summary>The field of a type, the meta-fields that its place allows included.</summary>
    /// <remarks>Spec: Introspection, "Type Name Introspection" and "Schema Introspection".</remarks>
    public OutputField? GetField(ITypeDefinition parent, string name) => name switch
    {
        "__typename" when parent is ComplexTypeDefinition or UnionType => Introspection.TypeName,
        "__schema" when parent == QueryType => Introspection.Schema,
        "__type" when parent == QueryType => Introspection.Type,
        _ => parent is ComplexTypeDefinition complex ? complex.Fields.Find(name) : null,
    };
}
