using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Validation.FieldMerging;

/// <summary>Compares two fields that share a response name, their sub-selections left aside.</summary>
internal static class FieldComparison
{
    /// <summary>
    /// Whether no object can have both fields, because each is selected on an object type of its own.
    /// </summary>
    public static bool AreExclusive(FieldEntry left, FieldEntry right) =>
        left.ParentType != right.ParentType && left.ParentType is ObjectType && right.ParentType is ObjectType;

    /// <summary>Why two fields of one object are not the same; null when they are.</summary>
    /// <remarks>Spec: Validation, "FieldsInSetCanMerge", the part about identical names and arguments.</remarks>
    public static string? WhyNotSameField(FieldEntry left, FieldEntry right)
    {
        var (first, second) = (left.Node.Name.Value, right.Node.Name.Value);
        return first != second ? $"\"{first}\" and \"{second}\" are different fields"
            : ArgumentComparison.AreSame(left.Node.Arguments, right.Node.Arguments) ? null
            : "they have differing arguments";
    }

    /// <summary>Why two fields cannot have the same shape in the response; null when they can.</summary>
    /// <remarks>
    /// Spec: Validation, "SameResponseShape". An unknown field is compared with nothing; it is reported elsewhere.
    /// "Can have the same shape" is transitive between known fields, so comparing each with the first one is enough.
    /// </remarks>
    public static string? WhyNotSameShape(FieldEntry left, FieldEntry right) =>
        left.Definition is { } first && right.Definition is { } second && Conflict(first.Type, second.Type)
            ? $"they return conflicting types \"{first.Type}\" and \"{second.Type}\""
            : null;

    private static bool Conflict(IType left, IType right) => (left, right) switch
    {
        _ when ReferenceEquals(left, right) => false,
        (ListType a, ListType b) => Conflict(a.ElementType, b.ElementType),
        (NonNullType a, NonNullType b) => Conflict(a.NullableType, b.NullableType),
        (ListType or NonNullType, _) or (_, ListType or NonNullType) => true,
        _ => left is ILeafType || right is ILeafType,
    };
}
