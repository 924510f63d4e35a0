using ThreadGraph.GraphQL.Types;
using ThreadGraph.GraphQL.Types.Pagination;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>What a resolver can ask for beyond its parameters.</summary>
public interface IResolverContext
{
    /// <summary>The field being resolved, and what is selected below it.</summary>
    ISelection Selection { get; }

    /// <summary>The field's position in the response.</summary>
    Path Path { get; }

    /// <summary>The request's services.</summary>
    IServiceProvider Services { get; }

    /// <summary>Ends with the request.</summary>
    CancellationToken RequestAborted { get; }

    /// <summary>The object whose field is being resolved.</summary>
    T Parent<T>();

    /// <summary>An argument's coerced value.</summary>
    T ArgumentValue<T>(string name);

    /// <summary>
    /// Sets an entry of the response's <c>extensions</c>; what was set under the same name before is replaced.
    /// Spec: Response, "Extensions".
    /// </summary>
    void SetResultExtension(string name, long value);

    /// <summary>Reports an error without failing the field.</summary>
    void ReportError(IError error);

    /// <summary>Reports what was thrown without failing the field, for instance for one item of a list.</summary>
    void ReportError(Exception exception, Path? path = null);
}

/// <summary>A selected field, as a resolver sees it that looks ahead.</summary>
public interface ISelection
{
    /// <summary>The field's definition.</summary>
    OutputField Field { get; }

    /// <summary>The object type that the field is selected on.</summary>
    ObjectType DeclaringType { get; }

    /// <summary>The key in the response.</summary>
    string ResponseName { get; }

    /// <summary>What is selected below, on every object type that the value may have.</summary>
    IReadOnlyList<ISelection> Selections { get; }

    /// <summary>An argument's coerced value.</summary>
    /// <exception cref="GraphQLException">The value cannot be used.</exception>
    T ArgumentValue<T>(string name);

    /// <summary>The checked paging arguments of a connection field.</summary>
    /// <exception cref="GraphQLException">The arguments contradict one another or pass the limit.</exception>
    PagingArguments PagingArguments();
}
