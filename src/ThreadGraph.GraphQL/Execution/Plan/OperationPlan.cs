using System.Text;
using ThreadGraph.GraphQL.Json;
using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>An operation made ready to run: fields merged, constants coerced, delegates bound.</summary>
/// <param name="Document">The document that the operation stands in.</param>
/// <param name="Definition">The operation.</param>
/// <param name="RootType">The root type.</param>
/// <param name="SelectionSet">The root selection set.</param>
/// <param name="FieldCount">How many fields the plan has; their indexes run from 0.</param>
internal sealed record OperationPlan(
    DocumentNode Document,
    OperationDefinitionNode Definition,
    ObjectType RootType,
    SelectionSetPlan SelectionSet,
    int FieldCount)
{
    /// <summary>What the operation cost when it was asked last.</summary>
    public KnownCosts Costs { get; } = new();
}

/// <summary>The merged fields of one object type at one place of an operation, in response order.</summary>
internal sealed class SelectionSetPlan
{
    private readonly byte[][] _keys;

    public SelectionSetPlan(ObjectType type, FieldPlan[] fields)
    {
        Type = type;
        Fields = fields;
        _keys = [.. fields.Select(static (field, i) => KeyOf(field, isFirst: i == 0))];
        foreach (var field in fields)
        {
            var level = field.Field.IsRecursive ? 1 : 0;
            RecursionDepth = Math.Max(RecursionDepth, level);
            foreach (var below in field.SelectionSets)
            {
                Height = Math.Max(Height, below.Height + 1);
                RecursionDepth = Math.Max(RecursionDepth, below.RecursionDepth + level);
            }
        }
    }

    public ObjectType Type { get; }

    public FieldPlan[] Fields { get; }

    /// <summary>Levels of selection sets from here down, this one included.</summary>
    public int Height { get; } = 1;

    /// <summary>Levels of recursive fields from here down.</summary>
    public int RecursionDepth { get; }

    /// <summary>Executes the fields on an object. Spec: Execution, "Executing Selection Sets".</summary>
    /// <returns>Whether the object is complete; false when a non-null field was null.</returns>
    public bool Execute(object source, Strand strand)
    {
        strand.Operation.ResultSize += Fields.Length;
        for (var i = 0; i < Fields.Length; i++)
        {
            WriteKey(i, strand.Buffer);
            if (!Fields[i].Execute(source, strand))
            {
                return false;
            }
        }

        WriteEnd(strand.Buffer);
        return true;
    }

    /// <summary>Writes the response name of a field, with its colon and what stands before it in an object.</summary>
    public void WriteKey(int index, JsonBuffer output) => output.WriteRaw(_keys[index]);

    /// <summary>Writes the end of an object.</summary>
    public void WriteEnd(JsonBuffer output) => output.WriteRaw(Fields.Length == 0 ? "{}"u8 : "}"u8);

    // Names are ASCII without anything to escape. Spec: Language, "Names".
    private static byte[] KeyOf(FieldPlan field, bool isFirst) =>
        Encoding.ASCII.GetBytes($"{(isFirst ? '{' : ',')}\"{field.ResponseName}\":");
}
