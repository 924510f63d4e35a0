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

    public ArgumentPlan(
        FieldCollection<InputField> definitions,
        IReadOnlyList<ArgumentNode> arguments,
        IReadOnlyDictionary<string, int> variables)
    {
        _definitions = definitions;
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
    public PagingArguments ToPaging(object?[] values, PagingOptions options) => options.AllowBackwardPagination
        ? PagingArguments.Create(
            values[IndexOf("first")] as int?,
            values[IndexOf("after")] as string,
            values[IndexOf("last")] as int?,
            values[IndexOf("before")] as string,
            options)
        : PagingArguments.Create(values[IndexOf("first")] as int?, values[IndexOf("after")] as string, null, null, options);

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

    private static bool HasVariable(IValueNode? literal) => literal switch
    {
        VariableNode => true,
        ListValueNode list => list.Items.Any(HasVariable),
        ObjectValueNode map => map.Fields.Any(static f => HasVariable(f.Value)),
        _ => false,
    };
}
