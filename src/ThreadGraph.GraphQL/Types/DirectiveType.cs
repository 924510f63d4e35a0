namespace ThreadGraph.GraphQL.Types;

/// <summary>A directive that documents may apply.</summary>
/// <remarks>Spec: Type System, "Directives".</remarks>
public sealed class DirectiveType
{
    internal DirectiveType(
        string name, string description, IReadOnlyList<DirectiveLocation> locations, params InputField[] arguments)
    {
        Name = name;
        Description = description;
        Locations = locations;
        Arguments = new FieldCollection<InputField>(arguments);
    }

    /// <summary>The name, without the <c>@</c>.</summary>
    public string Name { get; }

    /// <summary>The description, Markdown.</summary>
    public string Description { get; }

    /// <summary>Where it may be applied.</summary>
    public IReadOnlyList<DirectiveLocation> Locations { get; }

    /// <summary>The arguments in order of declaration.</summary>
    public FieldCollection<InputField> Arguments { get; }

    /// <summary>Whether it may be applied more than once in one place.</summary>
    public bool IsRepeatable { get; internal init; }

    /// <inheritdoc />
    public override string ToString() => $"@{Name}";
}
