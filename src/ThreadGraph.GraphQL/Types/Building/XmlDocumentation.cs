using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace ThreadGraph.GraphQL.Types.Building;

/// <summary>Descriptions from the XML files that the compiler writes beside the assemblies.</summary>
internal static partial class XmlDocumentation
{
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyDictionary<string, XElement>> Files = new();

    /// <summary>The summary of a type.</summary>
    public static string? OfType(Type type) => Summary(type.Assembly, $"T:{TypeId(type)}");

    /// <summary>The summary of a property, field or method.</summary>
    public static string? OfMember(MemberInfo member) => Find(member) is { } element
        ? Text(element.Element("summary"))
        : null;

    /// <summary>What is said of a parameter.</summary>
    public static string? OfParameter(ParameterInfo parameter) => Find(parameter.Member)?
        .Elements("param")
        .FirstOrDefault(p => p.Attribute("name")?.Value == parameter.Name) is { } element ? Text(element) : null;

    private static XElement? Find(MemberInfo member)
    {
        var type = member.DeclaringType!;
        var prefix = member switch { PropertyInfo => 'P', FieldInfo => 'F', _ => 'M' };
        var id = $"{prefix}:{TypeId(type)}.{member.Name}";
        var members = Members(type.Assembly);
        if (members.TryGetValue(id, out var exact))
        {
            return exact;
        }

        // Methods carry their parameter types; resolvers are not overloaded, so the name decides.
        return prefix == 'M'
            ? members.FirstOrDefault(m => m.Key.StartsWith(id, StringComparison.Ordinal) && m.Key[id.Length] is '(' or '`').Value
            : null;
    }

    private static string? Summary(Assembly assembly, string id) =>
        Members(assembly).TryGetValue(id, out var element) ? Text(element.Element("summary")) : null;

    private static string TypeId(Type type) =>
        (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static IReadOnlyDictionary<string, XElement> Members(Assembly assembly) => Files.GetOrAdd(assembly, Read);

    private static IReadOnlyDictionary<string, XElement> Read(Assembly assembly)
    {
        var file = System.IO.Path.ChangeExtension(assembly.Location, ".xml");
        if (!File.Exists(file))
        {
            return new Dictionary<string, XElement>();
        }

        using var reader = XmlReader.Create(file);
        return XDocument.Load(reader).Descendants("member")
            .Where(m => m.Attribute("name") is not null)
            .ToDictionary(m => m.Attribute("name")!.Value);
    }

    /// <summary>Markdown from the comment: code as backticks, references as names, line breaks folded.</summary>
    private static string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var text = new StringBuilder();
        Append(element, text);
        var folded = string.Join(
            "\n\n", Paragraph().Split(text.ToString().Trim()).Select(p => Space().Replace(p, " ").Trim()));
        return folded.Length == 0 ? null : folded;
    }

    private static void Append(XElement element, StringBuilder text)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText plain:
                    text.Append(plain.Value);
                    break;
                case XElement { Name.LocalName: "c" } code:
                    text.Append('`').Append(code.Value).Append('`');
                    break;
                case XElement { Name.LocalName: "para" } paragraph:
                    text.Append("\n\n");
                    Append(paragraph, text);
                    text.Append("\n\n");
                    break;
                case XElement reference when reference.Attribute("langword") is { } word:
                    text.Append('`').Append(word.Value).Append('`');
                    break;
                case XElement reference when (reference.Attribute("cref") ?? reference.Attribute("name")) is { } name:
                    text.Append('`').Append(NamingConventions.FieldName(name.Value.Split('.', ':')[^1])).Append('`');
                    break;
                case XElement other:
                    Append(other, text);
                    break;
            }
        }
    }

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
