using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ThreadGraph.GraphQL.Json;
using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Types;

/// <summary>A scalar type.</summary>
/// <remarks>Spec: Type System, "Scalars".</remarks>
public abstract class ScalarType : TypeDefinition, ILeafType
{
    private protected ScalarType(string name, string description) : base(name, () => description)
    {
    }

    /// <inheritdoc />
    public override TypeKind Kind => TypeKind.Scalar;

    /// <inheritdoc />
    public abstract Type RuntimeType { get; }

    /// <summary>Where the scalar's format is specified; <see langword="null"/> for the built-in ones.</summary>
    public virtual Uri? SpecifiedBy => null;

    /// <inheritdoc />
    public abstract bool TryParseLiteral(
        IValueNode literal, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? problem);

    /// <inheritdoc />
    public abstract bool TryParseValue(
        JsonElement json, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? problem);

    /// <inheritdoc />
    public abstract IValueNode FormatLiteral(object value);
}

/// <summary>A scalar whose values are of one .NET type.</summary>
/// <typeparam name="TRuntime">The .NET type, in and out.</typeparam>
public abstract class ScalarType<TRuntime> : ScalarType where TRuntime : notnull
{
    private protected ScalarType(string name, string description) : base(name, description)
    {
    }

    /// <inheritdoc />
    public override Type RuntimeType => typeof(TRuntime);

    /// <inheritdoc />
    public override bool TryParseLiteral(
        IValueNode literal, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? problem)
    {
        problem = ParseLiteral(literal, out var parsed);
        value = problem is null ? parsed : null;
        return problem is null;
    }

    /// <inheritdoc />
    public override bool TryParseValue(
        JsonElement json, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? problem)
    {
        problem = ParseValue(json, out var parsed);
        value = problem is null ? parsed : null;
        return problem is null;
    }

    /// <summary>Writes a result value. Spec: Execution, "Result Coercion".</summary>
    /// <exception cref="GraphQLException">The value is outside the scalar's range.</exception>
    public abstract void Serialize(TRuntime value, JsonBuffer output);

    /// <summary>Coerces a literal; answers the problem, or <see langword="null"/> when there is none.</summary>
    protected abstract string? ParseLiteral(IValueNode literal, out TRuntime value);

    /// <summary>Coerces a JSON value; answers the problem, or <see langword="null"/> when there is none.</summary>
    protected abstract string? ParseValue(JsonElement json, out TRuntime value);
}
