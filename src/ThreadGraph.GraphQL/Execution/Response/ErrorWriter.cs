using ThreadGraph.GraphQL.Json;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>Writes errors as the specification lays them out. Spec: Response, "Error Result Format".</summary>
internal static class ErrorWriter
{
    public static void Write(IReadOnlyList<IError> errors, JsonBuffer output)
    {
        output.WriteByte((byte)'[');
        for (var i = 0; i < errors.Count; i++)
        {
            if (i > 0)
            {
                output.WriteByte((byte)',');
            }

            Write(errors[i], output);
        }

        output.WriteByte((byte)']');
    }

    private static void Write(IError error, JsonBuffer output)
    {
        output.WriteRaw("{\"message\":"u8);
        output.WriteString(error.Message);
        WriteLocations(error, output);
        WritePath(error, output);
        WriteExtensions(error, output);
        output.WriteByte((byte)'}');
    }

    private static void WriteLocations(IError error, JsonBuffer output)
    {
        if (error.Locations.Count == 0)
        {
            return;
        }

        var separator = "["u8;
        output.WriteRaw(",\"locations\":"u8);
        foreach (var position in error.Locations)
        {
            output.WriteRaw(separator);
            output.WriteRaw("{\"line\":"u8);
            output.WriteNumber(position.Line);
            output.WriteRaw(",\"column\":"u8);
            output.WriteNumber(position.Column);
            output.WriteByte((byte)'}');
            separator = ","u8;
        }

        output.WriteByte((byte)']');
    }

    private static void WritePath(IError error, JsonBuffer output)
    {
        if (error.Path is null)
        {
            return;
        }

        var separator = "["u8;
        output.WriteRaw(",\"path\":"u8);
        foreach (var segment in error.Path.ToList())
        {
            output.WriteRaw(separator);
            WriteValue(segment, output);
            separator = ","u8;
        }

        output.WriteByte((byte)']');
    }

    private static void WriteExtensions(IError error, JsonBuffer output)
    {
        if (error.Code is null && error.Extensions.Count == 0)
        {
            return;
        }

        var separator = "{"u8;
        output.WriteRaw(",\"extensions\":"u8);
        if (error.Code is not null)
        {
            output.WriteRaw("{\"code\":"u8);
            output.WriteString(error.Code);
            separator = ","u8;
        }

        foreach (var (key, value) in error.Extensions)
        {
            if (key == "code" && error.Code is not null)
            {
                continue;
            }

            output.WriteRaw(separator);
            output.WriteString(key);
            output.WriteByte((byte)':');
            WriteValue(value, output);
            separator = ","u8;
        }

        output.WriteByte((byte)'}');
    }

    private static void WriteValue(object? value, JsonBuffer output)
    {
        switch (value)
        {
            case null:
                output.WriteNull();
                break;
            case bool flag:
                output.WriteBoolean(flag);
                break;
            case int number:
                output.WriteNumber(number);
                break;
            case long number:
                output.WriteNumber(number);
                break;
            case double number when double.IsFinite(number):
                output.WriteNumber(number);
                break;
            default:
                output.WriteString(value.ToString());
                break;
        }
    }
}
