using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Validation.FieldMerging;

/// <summary>Compares arguments as they are written.</summary>
/// <remarks>
/// The order of arguments and of input fields does not matter. As in graphql-js a block string differs from a string of
/// the same value.
/// </remarks>
internal static class ArgumentComparison
{
    /// <summary>Whether two fields have the same arguments.</summary>
    public static bool AreSame(IReadOnlyList<ArgumentNode> left, IReadOnlyList<ArgumentNode> right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            var other = left[i].Name.Value == right[i].Name.Value ? right[i] : Find(left[i].Name.Value, right);
            if (other is null || !AreSame(left[i].Value, other.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static ArgumentNode? Find(string name, IReadOnlyList<ArgumentNode> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Name.Value == name)
            {
                return argument;
            }
        }

        return null;
    }

    private static bool AreSame(IValueNode left, IValueNode right) => (left, right) switch
    {
        (VariableNode a, VariableNode b) => a.Name.Value == b.Name.Value,
        (IntValueNode a, IntValueNode b) => a.Value == b.Value,
        (FloatValueNode a, FloatValueNode b) => a.Value == b.Value,
        (StringValueNode a, StringValueNode b) => a.Block == b.Block && a.Value == b.Value,
        (BooleanValueNode a, BooleanValueNode b) => a.Value == b.Value,
        (EnumValueNode a, EnumValueNode b) => a.Value == b.Value,
        (NullValueNode, NullValueNode) => true,
        (ListValueNode a, ListValueNode b) => AreSameItems(a.Items, b.Items),
        (ObjectValueNode a, ObjectValueNode b) => AreSameFields(a.Fields, b.Fields),
        _ => false,
    };

    private static bool AreSameItems(IReadOnlyList<IValueNode> left, IReadOnlyList<IValueNode> right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (!AreSame(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreSameFields(IReadOnlyList<ObjectFieldNode> left, IReadOnlyList<ObjectFieldNode> right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        foreach (var (a, b) in Sorted(left).Zip(Sorted(right)))
        {
            if (a.Name.Value != b.Name.Value || !AreSame(a.Value, b.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<ObjectFieldNode> Sorted(IReadOnlyList<ObjectFieldNode> fields) =>
        fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal);
}
