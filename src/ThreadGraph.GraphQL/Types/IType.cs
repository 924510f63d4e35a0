using System.Diagnostics.CodeAnalysis;

namespace ThreadGraph.GraphQL.Types;

/// <summary>A GraphQL type: a definition, or a list or non-null wrapper around one.</summary>
/// <remarks>Spec: Type System, "Types".</remarks>
public interface IType
{
    /// <summary>The kind of type, in the terms of introspection.</summary>
    TypeKind Kind { get; }
}

/// <summary>The kinds of type. Spec: Introspection, "The __TypeKind Enum".</summary>
[GraphQLName("__TypeKind")]
public enum TypeKind
{
    /// <summary>A scalar.</summary>
    Scalar,

    /// <summary>An object.</summary>
    Object,

    /// <summary>An interface.</summary>
    Interface,

    /// <summary>A union.</summary>
    Union,

    /// <summary>An enum.</summary>
    Enum,

    /// <summary>An input object.</summary>
    InputObject,

    /// <summary>A list wrapper.</summary>
    List,

    /// <summary>A non-null wrapper.</summary>
    NonNull,
}

/// <summary>A list of another type.</summary>
public sealed class ListType(IType elementType) : IType
{
    /// <inheritdoc />
    public TypeKind Kind => TypeKind.List;

    /// <summary>The type of the items.</summary>
    public IType ElementType { get; } = elementType;

    /// <inheritdoc />
    public override string ToString() => $"[{ElementType}]";
}

/// <summary>A type without null.</summary>
public sealed class NonNullType : IType
{
    /// <summary>Wraps a nullable type.</summary>
    /// <exception cref="ArgumentException">The type is non-null already.</exception>
    public NonNullType(IType nullableType) =>
        NullableType = nullableType is NonNullType
            ? throw new ArgumentException("A non-null type cannot be wrapped in another.", nameof(nullableType))
            : nullableType;

    /// <inheritdoc />
    public TypeKind Kind => TypeKind.NonNull;

    /// <summary>The type without the exclamation mark.</summary>
    public IType NullableType { get; }

    /// <inheritdoc />
    public override string ToString() => $"{NullableType}!";
}

/// <summary>A named type of a schema.</summary>
public interface ITypeDefinition : IType
{
    /// <summary>The name, unique in the schema.</summary>
    string Name { get; }

    /// <summary>The description, Markdown; <see langword="null"/> where there is none.</summary>
    string? Description { get; }
}

/// <summary>A type whose values are leaves of a response: a scalar or an enum.</summary>
public interface ILeafType : ITypeDefinition
{
    /// <summary>The .NET type of a coerced input value.</summary>
    Type RuntimeType { get; }

    /// <summary>Coerces a literal that is neither null nor a variable.</summary>
    /// <param name="literal">The literal as written in a document.</param>
    /// <param name="value">The value as <see cref="RuntimeType"/>.</param>
    /// <param name="problem">What was expected and found, a sentence for the client.</param>
    bool TryParseLiteral(
        Language.IValueNode literal,
        [NotNullWhen(true)] out object? value,
        [NotNullWhen(false)] out string? problem);

    /// <summary>Coerces a JSON value that is not null, as it arrives in variables.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="value">The value as <see cref="RuntimeType"/>.</param>
    /// <param name="problem">What was expected and found, a sentence for the client.</param>
    bool TryParseValue(
        System.Text.Json.JsonElement json,
        [NotNullWhen(true)] out object? value,
        [NotNullWhen(false)] out string? problem);

    /// <summary>Writes a value as a literal, for default values in SDL and introspection.</summary>
    Language.IValueNode FormatLiteral(object value);
}
