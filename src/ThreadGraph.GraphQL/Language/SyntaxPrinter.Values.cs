using System.Globalization;
using System.Text;

namespace ThreadGraph.GraphQL.Language;

public sealed partial class SyntaxPrinter
{
    private void WriteValue(IValueNode value)
    {
        switch (value)
        {
            case VariableNode variable:
                _writer.Write("$");
                Write(variable.Name);
                break;
            case ListValueNode list:
                var items = WriteItems("[", list.Items, "]");
                _writer.Close(items, broken: 2 + _writer.InnerLength(items) > MaxLineLength);
                break;
            case ObjectValueNode @object:
                var fields = WriteItems("{ ", @object.Fields, " }");
                _writer.Close(fields, broken: 4 + _writer.InnerLength(fields) > MaxLineLength);
                break;
            default:
                _writer.Write(Leaf(value));
                break;
        }
    }

    private static string Leaf(IValueNode value) => value switch
    {
        IntValueNode number => number.Value,
        FloatValueNode number => number.Value,
        StringValueNode { Block: true } text => BlockString.Print(text.Value),
        StringValueNode text => Quote(text.Value),
        BooleanValueNode boolean => boolean.Value ? "true" : "false",
        NullValueNode => "null",
        EnumValueNode name => name.Value,
        _ => throw new ArgumentException($"A value of the kind {value.Kind} cannot be printed.", nameof(value)),
    };

    /// <remarks>
    /// Spec: Language, "String Value": control characters (U+0000 to U+001F, U+007F to U+009F) are escaped.
    /// </remarks>
    private static string Quote(string value)
    {
        var quoted = new StringBuilder(value.Length + 2).Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\b' => quoted.Append("\\b"),
                '\f' => quoted.Append("\\f"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' or (>= '\u007F' and <= '\u009F') =>
                    quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }

    private void WriteType(ITypeNode type)
    {
        switch (type)
        {
            case ListTypeNode list:
                _writer.Write("[");
                Write(list.Type);
                _writer.Write("]");
                break;
            case NonNullTypeNode nonNull:
                Write(nonNull.Type);
                _writer.Write("!");
                break;
            default:
                Write(((NamedTypeNode)type).Name);
                break;
        }
    }
}
