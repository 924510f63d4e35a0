using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Validation;

/// <summary>A scalar of any name that takes every literal as it is.</summary>
internal sealed class AnyScalar(string name) : ScalarType(name, "Any value.")
{
    public override Type RuntimeType => typeof(object);

    public override bool TryParseLiteral(
        IValueNode literal, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = literal;
        problem = null;
        return true;
    }

    public override bool TryParseValue(
        JsonElement json, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = json;
        problem = null;
        return true;
    }

    public override IValueNode FormatLiteral(object value) => (IValueNode)value;
}
