using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;
using ThreadGraph.GraphQL.Types.Pagination;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>A field's arguments: coerced when the operation is compiled where they are constants, else per request.</summary>
/// <remarks>Spec: Execution, "Coercing Field Arguments".</remarks>
internal sealed class ArgumentPlan
{
    public static readonly ArgumentPlan None = new(FieldCollection<InputField>.Empty, [], new Dictionary<string, int>());

    private readonly FieldCollection<InputField> _definitions;
    private readonly IValueNode?[] _literals;
    private readonly IReadOnlyDictionary<string, int> _variables;
    private readonly object?[]? _constants;

    // Where the paging arguments are; less than 0 for those that the field does not have.
    private readonly (int First, int After, int Last, int Before) _paging;

    public ArgumentPlan(
        FieldCollection<InputField> definitions,
        IReadOnlyList<ArgumentNode> arguments,
        IReadOnlyDictionary<string, int> variables)
    {
        _definitions = definitions;
        _paging = (
            definitions.IndexOf("first"), definitions.IndexOf("after"), definitions.IndexOf("last"), definitions.IndexOf("before"));
        _variables = variables;
        _literals = [.. definitions.Select(d => arguments.FirstOrDefault(a => a.Name.Value == d.Name)?.Value)];
        if (!_literals.Any(HasVariable))
        {
            _constants = TryCoerceConstants();
        }
    }

    /// <summary>The coerced values in order of declaration; <see cref="Absent"/> for one not given.</summary>
    /// <exception cref="GraphQLException">A value cannot be used.</exception>
    public object?[] Coerce(IReadOnlyList<object?> variables) => _constants ?? CoerceAll(variables);

    /// <summary>The place of an argument in the coerced values.</summary>
    public int IndexOf(string name) => _definitions.IndexOf(name) is >= 0 and var index
        ? index
        : throw new ArgumentException($"There is no argument \"{name}\".", nameof(name));

    /// <summary>The checked paging arguments among the coerced values of a connection field.</summary>
    /// <exception cref="GraphQLException">The arguments contradict one another or pass the limit.</exception>
    public PagingArguments ToPaging(object?[] values, PagingOptions options) => PagingArguments.Create(
        Number(values, _paging.First), Text(values, _paging.After), Number(values, _paging.Last), Text(values, _paging.Before), options);

    /// <summary>A constant that cannot be used is the field's error when it is executed, not the operation's.</summary>
    private object?[]? TryCoerceConstants()
    {
        try
        {
            return CoerceAll([]);
        }
        catch (GraphQLException)
        {
            return null;
        }
    }

    private object?[] CoerceAll(IReadOnlyList<object?> variables)
    {
        var values = new object?[_literals.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Coerce(_definitions[i], _literals[i], variables);
        }

        return values;
    }

    private object? Coerce(InputField definition, IValueNode? literal, IReadOnlyList<object?> variables)
    {
        var coercion = new LiteralCoercion(_variables, variables);
        var value = literal is null ? Absent.Value : coercion.CoerceOrAbsent(definition.Type, literal, definition.Name);
        if (value is Absent && definition.DefaultValue is { } fallback)
        {
            value = coercion.CoerceOrAbsent(definition.Type, fallback, definition.Name);
        }

        return value is Absent && definition.IsRequired
            ? throw LiteralCoercion.Problem(
                $"Argument \"{definition.Name}\" of required type \"{definition.Type}\" was not provided.",
                definition.Name,
                literal)
            : value;
    }

    private static int? Number(object?[] values, int index) => index >= 0 && values[index] is int number ? number : null;

    private static string? Text(object?[] values, int index) => index < 0 ? null : values[index] as string;

    private static bool HasVariable(IValueNode? literal) => literal switch
    {
        VariableNode => true,
        ListValueNode list => list.Items.Any(HasVariable),
        ObjectValueNode map => map.Fields.Any(static f => HasVariable(f.Value)),
        _ => false,
    };
}
