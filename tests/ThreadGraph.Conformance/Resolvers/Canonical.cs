using System.Globalization;
using System.Reflection;
using System.Text;
using ThreadGraph.GraphQL.Types.Building;

namespace ThreadGraph.Conformance.Resolvers;

/// <summary>Writes coerced input in ASCII so that two languages write it alike: doubles by their bits.</summary>
internal static class Canonical
{
    public static string Write(params object?[] values)
    {
        var text = new StringBuilder();
        Write(values, text);
        return text.ToString();
    }

    private static void Write(object? value, StringBuilder text)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case bool flag:
                text.Append(flag ? "true" : "false");
                break;
            case int number:
                text.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                text.Append('f').Append(BitConverter.DoubleToInt64Bits(number).ToString("x16", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset time:
                text.Append('t').Append(time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
                break;
            case Enum name:
                text.Append('@').Append(NamingConventions.EnumValueName(name.GetType().GetField(name.ToString())!));
                break;
            case string characters:
                Write(characters, text);
                break;
            case Array items:
                WriteAll('[', items.Cast<object?>(), static (item, target) => Write(item, target), ']', text);
                break;
            default:
                var properties = value.GetType().GetProperties().OrderBy(static p => p.MetadataToken);
                WriteAll('{', properties, (property, target) => Write(property, value, target), '}', text);
                break;
        }
    }

    private static void Write(PropertyInfo property, object owner, StringBuilder text)
    {
        text.Append(NamingConventions.FieldName(property)).Append(':');
        Write(property.GetValue(owner), text);
    }

    private static void Write(string characters, StringBuilder text)
    {
        text.Append('"');
        foreach (var character in characters)
        {
            if (character is >= ' ' and <= '~' and not ('"' or '\\'))
            {
                text.Append(character);
            }
            else
            {
                text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            }
        }

        text.Append('"');
    }

    private static void WriteAll<T>(
        char open, IEnumerable<T> items, Action<T, StringBuilder> write, char close, StringBuilder text)
    {
        text.Append(open);
        var separator = "";
        foreach (var item in items)
        {
            text.Append(separator);
            write(item, text);
            separator = ",";
        }

        text.Append(close);
    }
}
