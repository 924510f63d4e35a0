namespace ThreadGraph.GraphQL.Types;

/// <summary>What every named type has.</summary>
public abstract class TypeDefinition : ITypeDefinition
{
    private readonly Lazy<string?> _description;

    private protected TypeDefinition(string name, Func<string?>? description)
    {
        Name = name;
        _description = new Lazy<string?>(description ?? (static () => null));
    }

    /// <inheritdoc />
    public abstract TypeKind Kind { get; }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    /// <remarks>Read from the XML comments when first asked for: a server that nobody explores never opens them.</remarks>
    public string? Description => _description.Value;

    /// <inheritdoc />
    public override string ToString() => Name;
}
