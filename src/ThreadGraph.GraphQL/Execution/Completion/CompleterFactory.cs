using ThreadGraph.GraphQL.Types;
using ThreadGraph.GraphQL.Types.Building;
using ThreadGraph.GraphQL.Types.Relay;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>Makes the completer for a pair of .NET type and GraphQL type.</summary>
internal sealed class CompleterFactory(INodeIdSerializer nodeIds)
{
    /// <summary>The completer of a field's values.</summary>
    /// <param name="field">The field.</param>
    /// <param name="selectionSets">What is selected on each object type that the value may have.</param>
    public object Create(OutputField field, IReadOnlyList<SelectionSetPlan> selectionSets) =>
        Create(ResolverFactory.ValueType(field), field.Type, field, selectionSets);

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
            EnumType values when values.RuntimeType == runtime =>
                New(typeof(EnumCompleter<>), [runtime], isNonNull, values),
            ObjectType => New(typeof(ObjectCompleter<>), [runtime], isNonNull, selectionSets[0]),
            InterfaceType or UnionType => New(
                typeof(AbstractCompleter<>), [runtime], isNonNull, ((ITypeDefinition)type).Name, selectionSets),
            _ => throw new SchemaException($"Field \"{field}\" of type \"{type}\" cannot be written from {runtime}."),
        };
    }

    private static object New(Type generic, Type[] arguments, params object[] parameters) =>
        Activator.CreateInstance(generic.MakeGenericType(arguments), parameters)!;
}
