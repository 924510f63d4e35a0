using System.Reflection;
using ThreadGraph.GraphQL.Execution;
using ThreadGraph.GraphQL.Types.Introspection;

namespace ThreadGraph.GraphQL.Types.Building;

/// <summary>Makes a schema from annotated classes.</summary>
/// <remarks>
/// 1. Annotated classes are collected: roots, object types, interfaces, unions.
/// 2. Types are defined as they are referenced, starting from the roots; each is queued for its fields.
/// 3. The queue is worked off until no type is left without fields.
/// 4. Interfaces and unions find their object types by .NET inheritance.
/// 5. What comes out is checked by the specification's rules for types.
/// </remarks>
/// <param name="isService">Tells a resolver's services from its arguments.</param>
internal sealed class SchemaBuilder(Func<Type, bool> isService)
{
    private readonly List<Type> _queryClasses = [];
    private readonly List<Type> _mutationClasses = [];
    private readonly List<Type> _subscriptionClasses = [];
    private readonly Dictionary<Type, List<Type>> _resolverClasses = [];
    private readonly List<Type> _abstractTypes = [];
    private readonly List<Type> _objectTypes = [];
    private bool _globalObjectIdentification;

    /// <summary>For each node type's name, its resolver method.</summary>
    public Dictionary<string, MethodInfo> NodeResolvers { get; } = [];

    /// <summary>Adds all annotated classes of an assembly.</summary>
    public SchemaBuilder AddTypes(Assembly assembly)
    {
        foreach (var type in assembly.GetTypes().OrderBy(static t => t.MetadataToken))
        {
            AddType(type);
        }

        return this;
    }

    /// <summary>Adds a class by its annotation; one without any is passed over.</summary>
    public SchemaBuilder AddType(Type type)
    {
        foreach (var attribute in type.GetCustomAttributes(inherit: false))
        {
            switch (attribute)
            {
                case QueryTypeAttribute:
                    _queryClasses.Add(type);
                    break;
                case MutationTypeAttribute:
                    _mutationClasses.Add(type);
                    break;
                case SubscriptionTypeAttribute:
                    _subscriptionClasses.Add(type);
                    break;
                case InterfaceTypeAttribute or UnionTypeAttribute:
                    _abstractTypes.Add(type);
                    break;
                default:
                    AddResolvers(type, attribute.GetType());
                    break;
            }
        }

        return this;
    }

    /// <summary>Adds the <c>Node</c> interface and the fields <c>node</c> and <c>nodes</c>.</summary>
    public SchemaBuilder AddGlobalObjectIdentification()
    {
        _globalObjectIdentification = true;
        _queryClasses.Add(typeof(NodeFields));
        return this;
    }

    /// <summary>Builds and checks the schema.</summary>
    /// <exception cref="SchemaException">The classes do not make a valid one; the message names the class and member.</exception>
    public Schema Build()
    {
        var types = new TypeRegistry(_abstractTypes, isService, _resolverClasses, _globalObjectIdentification);
        var query = types.DefineRoot("Query", _queryClasses)
            ?? throw new SchemaException("A schema needs a query root: annotate a static class with [QueryType].");
        var mutation = types.DefineRoot("Mutation", _mutationClasses);
        var subscription = types.DefineRoot("Subscription", _subscriptionClasses, isSubscription: true);
        foreach (var type in _abstractTypes.Concat(_objectTypes))
        {
            types.OutputDefinition(type);
        }

        types.OutputDefinition(typeof(SchemaIntrospection));
        types.CompleteDefinitions();
        SchemaRules.Check(types.Definitions);
        foreach (var (name, method) in types.NodeResolvers)
        {
            NodeResolvers.Add(name, method);
        }

        return new Schema(query, mutation, subscription, types.Definitions, BuiltInDirectives.Create(types));
    }

    private void AddResolvers(Type type, Type attribute)
    {
        if (!attribute.IsGenericType || attribute.GetGenericTypeDefinition() != typeof(ObjectTypeAttribute<>))
        {
            return;
        }

        var target = attribute.GetGenericArguments()[0];
        if (!_resolverClasses.TryGetValue(target, out var classes))
        {
            _resolverClasses.Add(target, classes = []);
            _objectTypes.Add(target);
        }

        classes.Add(type);
    }
}
