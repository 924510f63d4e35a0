using System.Reflection;
using System.Runtime.CompilerServices;
using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types.Pagination;

namespace ThreadGraph.GraphQL.Types.Building;

/// <summary>Makes fields and arguments from properties, methods and parameters.</summary>
internal sealed class FieldFactory(TypeRegistry types, Func<Type, bool> isService)
{
    public const string NodeIdDescription = "The global, opaque ID.";

    private const BindingFlags PublicInstance = BindingFlags.Public | BindingFlags.Instance;
    private const BindingFlags PublicStatic = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly TypeReferences _references = new(types);

    /// <summary>The fields that a class's public properties and methods make.</summary>
    public IEnumerable<OutputField> Instance(Type type, string typeName, bool isNode = false) =>
    [
        .. Members<PropertyInfo>(type.GetProperties(PublicInstance), p => p.GetMethod is not null && p.GetIndexParameters().Length == 0)
            .Select(p => Property(p, typeName, isNode && p.Name == "Id")),
        .. Members<MethodInfo>(type.GetMethods(PublicInstance | BindingFlags.DeclaredOnly), IsFieldMethod)
            .Select(m => Method(m, typeName)),
    ];

    /// <summary>The fields that a class of resolvers makes.</summary>
    public IEnumerable<OutputField> Static(Type type, string typeName) =>
    [
        .. Members<PropertyInfo>(type.GetProperties(PublicStatic), static _ => true).Select(p => Property(p, typeName, false)),
        .. Members<MethodInfo>(type.GetMethods(PublicStatic), m =>
                IsFieldMethod(m) && m.GetCustomAttribute<NodeResolverAttribute>() is null)
            .Select(m => Method(m, typeName)),
    ];

    /// <summary>The fields that the <c>[Subscribe]</c> methods of a class make.</summary>
    public IEnumerable<OutputField> Subscription(Type type, string typeName) =>
        Members<MethodInfo>(type.GetMethods(PublicStatic), m => m.GetCustomAttribute<SubscribeAttribute>() is not null)
            .Select(m => Subscription(m, m.GetCustomAttribute<SubscribeAttribute>()!.With, typeName));

    /// <summary>The fields that an input class's public properties make.</summary>
    public IEnumerable<InputField> Input(Type type) =>
        Members<PropertyInfo>(type.GetProperties(PublicInstance), static p => p.SetMethod is not null).Select(p =>
        {
            var reference = In(p, () => _references.Input(p, p.PropertyType));
            return new InputField(NamingConventions.FieldName(p), reference, () => XmlDocumentation.OfMember(p))
            {
                Property = p,
                DefaultValue = DefaultSyntax(p.GetCustomAttribute<DefaultValueSyntaxAttribute>()),
                DeprecationReason = p.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.Reason,
            };
        });

    private static IEnumerable<T> Members<T>(IEnumerable<T> members, Func<T, bool> filter) where T : MemberInfo => members
        .Where(m => m.GetCustomAttribute<GraphQLIgnoreAttribute>() is null
            && m.GetCustomAttribute<CompilerGeneratedAttribute>() is null
            && filter(m))
        .OrderBy(static m => Depth(m.DeclaringType!))
        .ThenBy(static m => m.MetadataToken);

    private static int Depth(Type type) => type.BaseType is { } parent ? Depth(parent) + 1 : 0;

    private static bool IsFieldMethod(MethodInfo method) =>
        !method.IsSpecialName && !method.IsGenericMethod && method.ReturnType != typeof(void)
        && method.GetBaseDefinition().DeclaringType != typeof(object)
        && method.Name is not ("Deconstruct" or "Equals" or "<Clone>$");

    private OutputField Property(PropertyInfo property, string typeName, bool isNodeId) =>
        Field(property, property.PropertyType, typeName, isNodeId, FieldCollection<InputField>.Empty);

    private OutputField Method(MethodInfo method, string typeName) => Field(
        method, method.ReturnType, typeName, false, Collect(method, method.GetParameters().SelectMany(p => Arguments(method, p))));

    /// <summary>A field with the arguments of its resolver and of the method that opens the stream.</summary>
    private OutputField Subscription(MethodInfo method, string with, string typeName)
    {
        var source = method.DeclaringType!.GetMethod(with, PublicStatic);
        var stream = TypeReferences.ResultOfTask(source?.ReturnType ?? typeof(void)) ?? source?.ReturnType;
        if (stream is not { IsGenericType: true } || stream.GetGenericTypeDefinition() != typeof(IAsyncEnumerable<>))
        {
            throw new SchemaException(
                $"{Name(method)} needs a public static method \"{with}\" in its class that returns an IAsyncEnumerable<T>.");
        }

        var arguments = method.GetParameters().Concat(source!.GetParameters())
            .DistinctBy(NamingConventions.ArgumentName)
            .SelectMany(p => Arguments(method, p));
        return Field(method, method.ReturnType, typeName, false, Collect(method, arguments), source);
    }

    private OutputField Field(
        MemberInfo member,
        Type type,
        string typeName,
        bool isNodeId,
        FieldCollection<InputField> arguments,
        MethodInfo? source = null)
    {
        var id = member.GetCustomAttribute<IDAttribute>();
        isNodeId |= id is not null;
        var reference = In(member, () => isNodeId
            ? _references.Scalar(typeof(IdType), member)
            : _references.Output(member, type));
        var node = isNodeId;
        return new OutputField(
            NamingConventions.FieldName(member),
            reference,
            () => XmlDocumentation.OfMember(member) ?? (node ? NodeIdDescription : null))
        {
            Arguments = arguments,
            Member = member,
            SourceStream = source,
            Paging = PagingOf(member),
            IsRecursive = member.GetCustomAttribute<RecursiveAttribute>() is not null,
            IsFlattened = member.GetCustomAttribute<FlattenedAttribute>() is not null,
            ListSize = member.GetCustomAttribute<ListSizeAttribute>(),
            NodeTypeName = isNodeId ? id?.TypeName ?? typeName : null,
            DeprecationReason = member.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.Reason,
        };
    }

    private static FieldCollection<InputField> Collect(MemberInfo member, IEnumerable<InputField> arguments) =>
        FieldCollection<InputField>.Of([.. arguments], Name(member));

    /// <summary>Says of a problem with a type at which member it was met.</summary>
    private static T In<T>(MemberInfo member, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SchemaException exception)
        {
            throw new SchemaException($"{Name(member)}: {exception.Message}");
        }
    }

    private static string Name(MemberInfo member) => $"{member.DeclaringType}.{member.Name}";

    private static PagingOptions? PagingOf(MemberInfo member) =>
        member.GetCustomAttribute<UseConnectionAttribute>() is { } paging
            ? new PagingOptions(paging.DefaultPageSize, paging.MaxPageSize, paging.AllowBackwardPagination)
            : null;

    private IEnumerable<InputField> Arguments(MethodInfo method, ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(PagingArguments))
        {
            return PagingArgumentFields(method, PagingOf(method) ?? throw new SchemaException(
                $"{Name(method)} takes PagingArguments and needs [UseConnection]."));
        }

        return IsArgument(parameter) ? [Argument(parameter)] : [];
    }

    private bool IsArgument(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<ParentAttribute>() is null
        && parameter.GetCustomAttribute<EventMessageAttribute>() is null
        && parameter.ParameterType != typeof(CancellationToken)
        && parameter.ParameterType != typeof(Execution.IResolverContext)
        && !isService(parameter.ParameterType);

    private InputField Argument(ParameterInfo parameter) => new(
        NamingConventions.ArgumentName(parameter),
        In(parameter.Member, () => _references.Input(parameter)),
        () => XmlDocumentation.OfParameter(parameter))
    {
        DefaultValue = DefaultSyntax(parameter.GetCustomAttribute<DefaultValueSyntaxAttribute>()) ?? DefaultOf(parameter),
        DeprecationReason = parameter.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.Reason,
    };

    private static IValueNode? DefaultSyntax(DefaultValueSyntaxAttribute? attribute) =>
        attribute is null ? null : Utf8GraphQLParser.ParseValueLiteral(attribute.Syntax);

    private IValueNode? DefaultOf(ParameterInfo parameter)
    {
        if (parameter is not { HasDefaultValue: true, DefaultValue: { } value }
            || _references.Input(parameter).NamedType() is not ILeafType leaf)
        {
            return null;
        }

        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return In(parameter.Member, () => leaf.FormatLiteral(type.IsEnum ? Enum.ToObject(type, value) : value));
    }

    private IEnumerable<InputField> PagingArgumentFields(MethodInfo method, PagingOptions paging)
    {
        var number = types.Scalar(typeof(IntType));
        var text = types.Scalar(typeof(StringType));
        var size = $"0 to {paging.MaxPageSize}; {paging.DefaultPageSize} where no size is given.";
        yield return new InputField("first", number, () => $"How many from the front: {size}");
        yield return new InputField("after", text, static () => "Start behind this cursor.");
        if (paging.AllowBackwardPagination)
        {
            yield return new InputField("last", number, () => $"How many from the back: {size}");
            yield return new InputField("before", text, static () => "End in front of this cursor.");
        }
    }
}
