using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using ThreadGraph.GraphQL.Types;
using ThreadGraph.GraphQL.Types.Building;
using ThreadGraph.GraphQL.Types.Pagination;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>Binds a field's property or method to a delegate, when an operation first uses it.</summary>
/// <remarks>Binding late keeps the start short: most servers are asked for a small part of their schema.</remarks>
internal sealed class ResolverFactory
{
    private readonly ConcurrentDictionary<OutputField, Bound> _bound = new();
    private readonly ConcurrentDictionary<OutputField, EventSource> _sources = new();

    /// <summary>The .NET type of a field's value, tasks unwrapped.</summary>
    public static Type ValueType(OutputField field) =>
        TypeReferences.ResultOfTask(MemberType(field)) ?? MemberType(field);

    /// <summary>The plan of a field with a given completer.</summary>
    public FieldPlan CreatePlan(FieldPlanInfo info, object completer)
    {
        var (resolver, constructor) = _bound.GetOrAdd(info.Field, static field => BindPlan(field));
        return (FieldPlan)constructor.Invoke(info, completer, resolver);
    }

    /// <summary>The source stream of a subscription field.</summary>
    public EventSource SourceOf(OutputField field) => _sources.GetOrAdd(field, BindSource);

    private static Type MemberType(OutputField field) =>
        field.Member is PropertyInfo property ? property.PropertyType : ((MethodInfo)field.Member!).ReturnType;

    private static bool IsAsync(OutputField field) => TypeReferences.ResultOfTask(MemberType(field)) is not null;

    private static Bound BindPlan(OutputField field)
    {
        var resolver = Bind(field);
        var arguments = resolver.GetType().GetGenericArguments();
        var plan = resolver.GetType().GetGenericTypeDefinition() == typeof(Func<,>)
            ? typeof(PropertyFieldPlan<,>).MakeGenericType(arguments)
            : IsAsync(field)
                ? typeof(AsyncFieldPlan<>).MakeGenericType(arguments[0].GetGenericArguments())
                : typeof(ResolverFieldPlan<>).MakeGenericType(arguments);
        return new Bound(resolver, ConstructorInvoker.Create(plan.GetConstructors().Single()));
    }

    private static Delegate Bind(OutputField field)
    {
        if (field.Member is PropertyInfo { GetMethod.IsStatic: false } property && !IsAsync(field))
        {
            return property.GetMethod!.CreateDelegate(
                typeof(Func<,>).MakeGenericType(property.DeclaringType!, property.PropertyType));
        }

        var call = Expression.Parameter(typeof(ResolverCall), "call");
        var body = field.Member switch
        {
            PropertyInfo other => AsValueTask(Expression.Property(Source(other.GetMethod!, call), other)),
            MethodInfo method => Call(field, method, call),
            _ => throw new SchemaException($"Field \"{field}\" has no property or method that resolves it."),
        };
        return Expression.Lambda(typeof(Resolver<>).MakeGenericType(body.Type), body, call).Compile();
    }

    private static EventSource BindSource(OutputField field)
    {
        var call = Expression.Parameter(typeof(ResolverCall), "call");
        var stream = Call(field, field.SourceStream!, call);
        var type = TypeReferences.ResultOfTask(stream.Type) ?? stream.Type;
        var task = typeof(ValueTask<>).MakeGenericType(type);
        var body = stream.Type == task ? stream : Expression.New(task.GetConstructor([type])!, stream);
        return (EventSource)Activator.CreateInstance(
            typeof(EventSource<>).MakeGenericType(type.GetGenericArguments()),
            Expression.Lambda(typeof(Resolver<>).MakeGenericType(task), body, call).Compile())!;
    }

    private static Expression Call(OutputField field, MethodInfo method, ParameterExpression call) => AsValueTask(
        Expression.Call(Source(method, call), method, method.GetParameters().Select(p => Parameter(field, p, call))));

    private static Expression AsValueTask(Expression result) =>
        result.Type.IsGenericType && result.Type.GetGenericTypeDefinition() == typeof(Task<>)
            ? Expression.New(
                typeof(ValueTask<>).MakeGenericType(result.Type.GetGenericArguments()).GetConstructor([result.Type])!, result)
            : result;

    private static UnaryExpression? Source(MethodInfo method, ParameterExpression call) => method.IsStatic
        ? null
        : Expression.Convert(Expression.Property(call, nameof(ResolverCall.Source)), method.DeclaringType!);

    private static Expression Parameter(OutputField field, ParameterInfo parameter, ParameterExpression call)
    {
        var type = parameter.ParameterType;
        if (parameter.GetCustomAttribute<ParentAttribute>() is not null
            || parameter.GetCustomAttribute<EventMessageAttribute>() is not null)
        {
            return Expression.Convert(Expression.Property(call, nameof(ResolverCall.Source)), type);
        }

        if (type == typeof(CancellationToken))
        {
            return Expression.Property(call, nameof(ResolverCall.RequestAborted));
        }

        if (type == typeof(IResolverContext))
        {
            return Expression.Call(call, nameof(ResolverCall.ToContext), null);
        }

        if (type == typeof(PagingArguments))
        {
            return Expression.Call(call, nameof(ResolverCall.PagingArguments), null);
        }

        var index = field.Arguments.IndexOf(NamingConventions.ArgumentName(parameter));
        return index < 0
            ? Expression.Call(call, nameof(ResolverCall.Service), [type])
            : Expression.Call(call, nameof(ResolverCall.Argument), [type], Expression.Constant(index));
    }

    /// <summary>What resolves a field, and what makes the plans of its kind: a document may select it thousands of times.</summary>
    private sealed record Bound(Delegate Resolver, ConstructorInvoker Plan);
}
