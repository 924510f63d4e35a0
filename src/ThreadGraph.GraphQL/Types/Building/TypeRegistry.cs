using System.Reflection;
using System.Text.Json;
using ThreadGraph.GraphQL.Types.Pagination;

namespace ThreadGraph.GraphQL.Types.Building;

/// <summary>The types of a schema while it is being built, found by the .NET type that they stand for.</summary>
internal sealed class TypeRegistry
{
    private readonly Dictionary<Type, ITypeDefinition> _output = [];
    private readonly Dictionary<Type, ITypeDefinition> _input = [];
    private readonly Dictionary<string, ITypeDefinition> _byName = new(StringComparer.Ordinal);
    private readonly Queue<Action> _incomplete = new();
    private readonly IReadOnlyList<Type> _abstractTypes;
    private readonly IReadOnlyDictionary<Type, List<Type>> _resolverClasses;
    private readonly FieldFactory _fields;
    private readonly InterfaceType? _node;

    public TypeRegistry(
        IReadOnlyList<Type> abstractTypes,
        Func<Type, bool> isService,
        IReadOnlyDictionary<Type, List<Type>> resolverClasses,
        bool globalObjectIdentification)
    {
        _abstractTypes = abstractTypes;
        _resolverClasses = resolverClasses;
        _fields = new FieldFactory(this, isService);
        Scalar<string>(new StringType());
        Scalar<bool>(new BooleanType());
        if (globalObjectIdentification)
        {
            // Nodes of all kinds come from their resolvers as objects.
            _node = Define(typeof(object), new InterfaceType(
                "Node", static () => "An object with a globally unique, opaque ID.", typeof(object)), _output);
            _node.Fields = new FieldCollection<OutputField>(
                [new OutputField("id", new NonNullType(Scalar(typeof(IdType))), static () => FieldFactory.NodeIdDescription)]);
        }
    }

    /// <summary>All definitions in the order in which they were first needed.</summary>
    public IReadOnlyList<ITypeDefinition> Definitions => [.. _byName.Values];

    /// <summary>For each node type's name, the method that finds a node by its key.</summary>
    public Dictionary<string, MethodInfo> NodeResolvers { get; } = [];

    /// <summary>A root type of the static members of some classes; none where there are no classes.</summary>
    public ObjectType? DefineRoot(string name, IReadOnlyList<Type> classes, bool isSubscription = false)
    {
        if (classes.Count == 0)
        {
            return null;
        }

        var root = Define(null, new ObjectType(name, () => classes.Select(XmlDocumentation.OfType).FirstOrDefault(d => d is not null)), _output);
        _incomplete.Enqueue(() => root.Fields = Collect(
            name, classes.SelectMany(c => isSubscription ? _fields.Subscription(c, name) : _fields.Static(c, name))));
        return root;
    }

    /// <summary>Gives every definition its fields, and those that they lead to.</summary>
    public void CompleteDefinitions()
    {
        while (_incomplete.TryDequeue(out var complete))
        {
            complete();
        }

        foreach (var union in _byName.Values.OfType<UnionType>())
        {
            union.Types = [.. _byName.Values.OfType<ObjectType>().Where(o => union.RuntimeType.IsAssignableFrom(o.RuntimeType))];
        }
    }

    /// <summary>The output type of a .NET type without wrappers.</summary>
    public ITypeDefinition OutputDefinition(Type type)
    {
        if (_output.TryGetValue(type, out var known))
        {
            return known;
        }

        return LeafDefinition(type) ?? (_abstractTypes.Contains(type) ? DefineAbstract(type) : DefineObject(type));
    }

    /// <summary>The input type of a .NET type without wrappers.</summary>
    public ITypeDefinition InputDefinition(Type type)
    {
        if (_input.TryGetValue(type, out var known))
        {
            return known;
        }

        return LeafDefinition(type) ?? DefineInputObject(type);
    }

    /// <summary>The one instance of a scalar type.</summary>
    public ITypeDefinition Scalar(Type scalarType) =>
        _byName.Values.FirstOrDefault(t => t.GetType() == scalarType)
        ?? Register((ScalarType)Activator.CreateInstance(scalarType)!);

    private ITypeDefinition? LeafDefinition(Type type)
    {
        var scalar = type == typeof(int) ? typeof(IntType)
            : type == typeof(string) ? typeof(StringType)
            : type == typeof(bool) ? typeof(BooleanType)
            : type == typeof(double) ? typeof(FloatType)
            : type == typeof(DateTimeOffset) ? typeof(DateTimeType)
            : type == typeof(JsonElement) ? typeof(JsonType)
            : null;
        if (scalar is null && !type.IsEnum)
        {
            return null;
        }

        var leaf = scalar is not null ? Scalar(scalar) : Register(DefineEnum(type));
        _output[type] = leaf;
        _input[type] = leaf;
        return leaf;
    }

    private static EnumType DefineEnum(Type type) => new(
        NamingConventions.TypeName(type),
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.GetCustomAttribute<GraphQLIgnoreAttribute>() is null)
            .Select(f => new EnumValue(
                NamingConventions.EnumValueName(f), f.GetValue(null), () => XmlDocumentation.OfMember(f))
            {
                DeprecationReason = f.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.Reason,
            }),
        () => XmlDocumentation.OfType(type),
        type);

    private TypeDefinition DefineAbstract(Type type)
    {
        var name = NamingConventions.TypeName(type);
        if (type.GetCustomAttribute<UnionTypeAttribute>() is not null)
        {
            return Define(type, new UnionType(name, () => XmlDocumentation.OfType(type), type), _output);
        }

        var face = Define(type, new InterfaceType(name, () => XmlDocumentation.OfType(type), type), _output);
        _incomplete.Enqueue(() =>
        {
            face.Implements = Interfaces(type);
            face.Fields = Collect(name, _fields.Instance(type, name));
        });
        return face;
    }

    private ObjectType DefineObject(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() is var generic
            && (generic == typeof(Connection<>) || generic == typeof(Edge<>)))
        {
            var node = OutputDefinition(type.GetGenericArguments()[0]).Name;
            var suffix = generic == typeof(Edge<>) ? "Edge" : "Connection";
            return DefineObject(type, node + suffix, []);
        }

        if (type.IsValueType || type.IsGenericType || type.IsArray || IsOfTheFramework(type))
        {
            throw new SchemaException($"{type} has no GraphQL output type.");
        }

        return DefineObject(
            type, NamingConventions.TypeName(type), _resolverClasses.GetValueOrDefault(type) ?? (IReadOnlyList<Type>)[]);
    }

    private ObjectType DefineObject(Type type, string name, IReadOnlyList<Type> resolverClasses)
    {
        var definition = Define(type, new ObjectType(
            name,
            () => XmlDocumentation.OfType(type) ?? resolverClasses.Select(XmlDocumentation.OfType).FirstOrDefault(d => d is not null),
            type), _output);
        var isNode = resolverClasses.Any(c => c.GetCustomAttribute<NodeAttribute>() is not null);
        if (isNode)
        {
            NodeResolvers.Add(name, FindNodeResolver(name, resolverClasses));
        }

        _incomplete.Enqueue(() =>
        {
            definition.Implements = isNode && _node is not null ? [_node, .. Interfaces(type)] : Interfaces(type);
            definition.Fields = Collect(
                name, [.. _fields.Instance(type, name, isNode), .. resolverClasses.SelectMany(c => _fields.Static(c, name))]);
        });
        return definition;
    }

    private static bool IsOfTheFramework(Type type) =>
        type.Namespace is "System" || type.Namespace?.StartsWith("System.", StringComparison.Ordinal) == true;

    private static MethodInfo FindNodeResolver(string name, IReadOnlyList<Type> resolverClasses) => resolverClasses
        .SelectMany(static c => c.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .SingleOrDefault(static m => m.GetCustomAttribute<NodeResolverAttribute>() is not null)
        ?? throw new SchemaException($"The node type \"{name}\" needs exactly one method with [NodeResolver].");

    private InputObjectType DefineInputObject(Type type)
    {
        if (type.IsValueType || type.IsGenericType || type.IsArray || type.IsInterface || IsOfTheFramework(type))
        {
            throw new SchemaException($"{type} has no GraphQL input type.");
        }

        if (type.IsAbstract || type.GetConstructor(Type.EmptyTypes) is null)
        {
            throw new SchemaException($"{type} is an input object and needs a public constructor without parameters.");
        }

        var definition = Define(
            type,
            new InputObjectType(NamingConventions.TypeName(type), () => XmlDocumentation.OfType(type), type)
            {
                IsOneOf = type.GetCustomAttribute<OneOfAttribute>() is not null,
            },
            _input);
        _incomplete.Enqueue(() => definition.Fields = Collect(definition.Name, _fields.Input(type)));
        return definition;
    }

    private IReadOnlyList<InterfaceType> Interfaces(Type type) =>
    [
        .. _abstractTypes
            .Where(a => a != type && a.IsAssignableFrom(type) && a.GetCustomAttribute<InterfaceTypeAttribute>() is not null)
            .Select(a => (InterfaceType)OutputDefinition(a)),
    ];

    private static FieldCollection<T> Collect<T>(string typeName, IEnumerable<T> fields) where T : class, IFieldDefinition =>
        FieldCollection<T>.Of([.. fields], $"Type \"{typeName}\"");

    private void Scalar<T>(ScalarType<T> scalar) where T : notnull => Register(scalar);

    private T Define<T>(Type? type, T definition, Dictionary<Type, ITypeDefinition> known) where T : ITypeDefinition
    {
        if (type is not null)
        {
            known.Add(type, definition);
        }

        return Register(definition);
    }

    private T Register<T>(T definition) where T : ITypeDefinition
    {
        if (!_byName.TryAdd(definition.Name, definition))
        {
            throw new SchemaException($"Two types are called \"{definition.Name}\"; rename one with [GraphQLName].");
        }

        return definition;
    }
}
