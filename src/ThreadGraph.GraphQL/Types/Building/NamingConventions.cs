using System.Reflection;
using System.Text;

namespace ThreadGraph.GraphQL.Types.Building;

/// <summary>GraphQL names from .NET names, by HotChocolate's conventions.</summary>
internal static class NamingConventions
{
    /// <summary><c>GetReplyCountAsync</c> → <c>replyCount</c>.</summary>
    public static string FieldName(MemberInfo member)
    {
        if (member.GetCustomAttribute<GraphQLNameAttribute>() is { } given)
        {
            return given.Name;
        }

        var name = member.Name;
        if (member is MethodInfo)
        {
            name = name.StartsWith("Get", StringComparison.Ordinal) && name.Length > 3 ? name[3..] : name;
            name = name.EndsWith("Async", StringComparison.Ordinal) && name.Length > 5 ? name[..^5] : name;
        }

        return FieldName(name);
    }

    /// <summary><c>ReplyCount</c> → <c>replyCount</c>.</summary>
    public static string FieldName(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>The name of an argument.</summary>
    public static string ArgumentName(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? parameter.Name!;

    /// <summary><c>WindowsPhone</c> → <c>WINDOWS_PHONE</c>.</summary>
    public static string EnumValueName(FieldInfo value)
    {
        if (value.GetCustomAttribute<GraphQLNameAttribute>() is { } given)
        {
            return given.Name;
        }

        var name = new StringBuilder();
        for (var i = 0; i < value.Name.Length; i++)
        {
            if (i > 0 && char.IsUpper(value.Name[i]) && char.IsLower(value.Name[i - 1]))
            {
                name.Append('_');
            }

            name.Append(char.ToUpperInvariant(value.Name[i]));
        }

        return name.ToString();
    }

    /// <summary>The name of the type that a .NET type stands for.</summary>
    public static string TypeName(Type type) =>
        type.GetCustomAttribute<GraphQLNameAttribute>()?.Name
        ?? type.GetCustomAttribute<InterfaceTypeAttribute>()?.Name
        ?? type.GetCustomAttribute<UnionTypeAttribute>()?.Name
        ?? type.Name;
}
