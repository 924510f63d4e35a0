using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>Finds nodes of all types by their keys, with the types' own <c>[NodeResolver]</c> methods.</summary>
/// <param name="methods">For each node type's name, its resolver: a static method whose first parameter is the key.</param>
internal sealed class NodeResolvers(IReadOnlyDictionary<string, MethodInfo> methods)
{
    private readonly Dictionary<string, NodeResolver> _resolvers = methods.ToDictionary(
        static m => m.Key,
        static m => (NodeResolver)Activator.CreateInstance(
            typeof(NodeResolver<>).MakeGenericType(TaskResult(m.Value)), m.Value)!);

    /// <summary>The node with a key; <see langword="null"/> where there is none.</summary>
    public ValueTask<object?> ResolveAsync(string typeName, object key, IResolverContext context) =>
        _resolvers[typeName].ResolveAsync(key, context);

    private static Type TaskResult(MethodInfo method) =>
        method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(ValueTask<>)
            ? method.ReturnType.GetGenericArguments()[0]
            : throw new SchemaException($"{method.DeclaringType}.{method.Name} must return a ValueTask<T>.");

    private abstract class NodeResolver
    {
        public abstract ValueTask<object?> ResolveAsync(object key, IResolverContext context);
    }

    private sealed class NodeResolver<TNode>(MethodInfo method) : NodeResolver
    {
        private readonly Lazy<Func<object, IResolverContext, ValueTask<TNode>>> _call = new(() => Compile(method));

        public override async ValueTask<object?> ResolveAsync(object key, IResolverContext context) =>
            await _call.Value(key, context);

        private static Func<object, IResolverContext, ValueTask<TNode>> Compile(MethodInfo method)
        {
            var key = Expression.Parameter(typeof(object), "key");
            var context = Expression.Parameter(typeof(IResolverContext), "context");
            var arguments = method.GetParameters().Select((parameter, index) => index == 0
                ? Expression.Convert(key, parameter.ParameterType)
                : Bind(parameter.ParameterType, context));
            return Expression.Lambda<Func<object, IResolverContext, ValueTask<TNode>>>(
                Expression.Call(method, arguments), key, context).Compile();
        }

        private static Expression Bind(Type type, ParameterExpression context) =>
            type == typeof(IResolverContext) ? context
            : type == typeof(CancellationToken) ? Expression.Property(context, nameof(IResolverContext.RequestAborted))
            : Expression.Call(
                typeof(ServiceProviderServiceExtensions),
                nameof(ServiceProviderServiceExtensions.GetRequiredService),
                [type],
                Expression.Property(context, nameof(IResolverContext.Services)));
    }
}
