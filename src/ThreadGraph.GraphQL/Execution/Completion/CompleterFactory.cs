using System.Collections.Concurrent;
using System.Reflection;
using ThreadGraph.GraphQL.Types;
using ThreadGraph.GraphQL.Types.Building;
using ThreadGraph.GraphQL.Types.Relay;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>Makes the completer for a pair of .NET type and GraphQL type.</summary>
internal sealed class CompleterFactory(INodeIdSerializer nodeIds)
{
    /// <summary>Of fields without selections, whose completers are the same wherever they are selected.</summary>
    private readonly ConcurrentDictionary<OutputField, object> _leaves = new();

    /// <summary>What makes completers of a type for .NET types: a document may need thousands of them.</summary>
    private readonly ConcurrentDictionary<(Type Generic, Type First, Type? Second), ConstructorInvoker> _constructors = new();

    /// <summary>The completer of a field's values.</summary>
    /// <param name="field">The field.</param>
    /// <param name="selectionSets">What is selected on each object type that the value may have.</param>
    public object Create(OutputField field, IReadOnlyList<SelectionSetPlan> selectionSets) => selectionSets.Count == 0
        ? _leaves.GetOrAdd(field, CreateLeaf)
        : Create(ResolverFactory.ValueType(field), field.Type, field, selectionSets);

    private object CreateLeaf(OutputField field) => Create(ResolverFactory.ValueType(field), field.Type, field, []);

    private object Create(Type runtime, IType type, OutputField field, IReadOnlyList<SelectionSetPlan> selectionSets)
    {
        if (Nullable.GetUnderlyingType(runtime) is { } underlying)
        {
            return New(typeof(NullableCompleter<>), [underlying], Create(underlying, type, field, selectionSets));
        }

        var isNonNull = type is NonNullType;
        type = type.NullableType();
        if (field.NodeTypeName is { } typeName)
        {
            return New(typeof(NodeIdCompleter<>), [runtime], isNonNull, typeName, nodeIds);
        }

        return type switch
        {
            ListType list when TypeReferences.ItemOfList(runtime) is { } item => New(
                typeof(ListCompleter<,>),
                [runtime, item],
                isNonNull,
                Create(item, list.ElementType, field, selectionSets)),
            ScalarType scalar when scalar.RuntimeType == runtime =>
                New(typeof(ScalarCompleter<>), [runtime], isNonNull, scalar),
            ScalarType when typeof(IJsonString).IsAssignableFrom(runtime) =>
                New(typeof(JsonStringCompleter<>), [runtime], isNonNull),
            EnumType values when values.RuntimeType == runtime =>
                New(typeof(EnumCompleter<>), [runtime], isNonNull, values),
            ObjectType => New(typeof(ObjectCompleter<>), [runtime], isNonNull, selectionSets[0]),
            InterfaceType or UnionType => New(
                typeof(AbstractCompleter<>), [runtime], isNonNull, ((ITypeDefinition)type).Name, selectionSets),
            _ => throw new SchemaException($"Field \"{field}\" of type \"{type}\" cannot be written from {runtime}."),
        };
    }

    private object New(Type generic, Type[] arguments, params Span<object?> parameters) => _constructors.GetOrAdd(
        (generic, arguments[0], arguments.Length > 1 ? arguments[1] : null),
        static (_, type) => ConstructorInvoker.Create(type.Generic.MakeGenericType(type.Arguments).GetConstructors().Single()),
        (Generic: generic, Arguments: arguments)).Invoke(parameters);
}
