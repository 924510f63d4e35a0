using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>How many items a field can lead to.</summary>
internal static class ListSize
{
    /// <summary>The size of a list; 1 for a field that is none.</summary>
    public static long Of(FieldPlan field, object?[]? arguments, long treeSize)
    {
        var size = 1L;
        var type = field.Field.Type.NullableType();
        for (var isOuter = true; type is ListType list; isOuter = false)
        {
            size = Saturating.Multiply(
                size, isOuter ? Outer(field, arguments, treeSize) : ListSizeAttribute.AssumedSizeOfOthers);
            type = list.ElementType.NullableType();
        }

        return size;
    }

    /// <summary>The size of a page; of contradicting arguments the larger, for the field's error is made elsewhere.</summary>
    public static long OfPage(ArgumentPlan plan, object?[]? arguments, PagingOptions paging)
    {
        if (arguments is null)
        {
            return paging.DefaultPageSize;
        }

        var first = arguments[plan.IndexOf("first")] as int?;
        var last = paging.AllowBackwardPagination ? arguments[plan.IndexOf("last")] as int? : null;
        return Math.Clamp(Math.Max(first ?? last ?? paging.DefaultPageSize, last ?? 0), 0, paging.MaxPageSize);
    }

    private static long Outer(FieldPlan field, object?[]? arguments, long treeSize)
    {
        if (field.Field.ListSize is not { } size)
        {
            return ListSizeAttribute.AssumedSizeOfOthers;
        }

        if (size.IsBoundedByTree && treeSize < Saturating.Most)
        {
            return treeSize;
        }

        long? sliced = null;
        foreach (var name in arguments is null ? [] : size.SlicingArguments)
        {
            long? given = arguments![field.Arguments.IndexOf(name)] switch
            {
                int count => Math.Max(count, 0),
                Array list => list.Length,
                _ => null,
            };
            sliced = Math.Max(sliced ?? 0, given ?? sliced ?? size.AssumedSize);
        }

        return sliced ?? size.AssumedSize;
    }
}
