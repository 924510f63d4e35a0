using System.Globalization;
using System.Text.Json;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Threads;

/// <summary>What a message carries beside its text. Whatever the type, `raw` is what was sent.</summary>
[InterfaceType("Attachment")]
public abstract class Attachment
{
    private protected Attachment(JsonElement raw) => Raw = raw;

    /// <summary>The attachment as it was sent.</summary>
    public JsonElement? Raw { get; }

    /// <summary>Reads an attachment; one that is not what its message's type promises is kept as it is (upstream.md 7.3).</summary>
    internal static Attachment? Of(YunxinAttachment? source, MessageType type)
    {
        if (source is null)
        {
            return null;
        }

        var raw = Parse(source);
        return raw.ValueKind != JsonValueKind.Object ? new OtherAttachment(raw) : type switch
        {
            MessageType.Image or MessageType.Audio or MessageType.Video or MessageType.File => new MediaAttachment(raw),
            MessageType.Location => new LocationAttachment(raw),
            _ => new OtherAttachment(raw),
        };
    }

    /// <summary>A text under one of several spellings of a key.</summary>
    private protected string? Text(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (Raw!.Value.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String)
            {
                return value.GetString();
            }
        }

        return null;
    }

    /// <summary>A number under one of several spellings of a key, written as a number or as a string of digits.</summary>
    private protected double? Number(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (Raw!.Value.TryGetProperty(key, out var value)
                && double.TryParse(
                    value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText(),
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out var number)
                && double.IsFinite(number))
            {
                return number;
            }
        }

        return null;
    }

    /// <summary>A whole number that fits the GraphQL Int.</summary>
    private protected int? Integer(params ReadOnlySpan<string> keys) =>
        Number(keys) is { } number and >= int.MinValue and <= int.MaxValue && number == Math.Floor(number)
            ? (int)number
            : null;

    private static JsonElement Parse(YunxinAttachment source)
    {
        if (source.Form == YunxinAttachmentForm.Text)
        {
            return JsonSerializer.SerializeToElement(source.Value);
        }

        using var document = JsonDocument.Parse(source.Value);
        return document.RootElement.Clone();
    }
}

/// <summary>An image, recording, video or file.</summary>
public sealed class MediaAttachment : Attachment
{
    internal MediaAttachment(JsonElement raw) : base(raw)
    {
    }

    /// <summary>Where the file is; may be plain http.</summary>
    public string? Url => Text("url");

    /// <summary>The file's name.</summary>
    public string? Name => Text("name");

    /// <summary>The file's size in bytes.</summary>
    public double? ByteSize => Number("size");

    /// <summary>The file's MD5, hexadecimal.</summary>
    public string? Md5 => Text("md5");

    /// <summary>Pixels across, of an image or video.</summary>
    public int? Width => Integer("w", "width");

    /// <summary>Pixels down, of an image or video.</summary>
    public int? Height => Integer("h", "height");

    /// <summary>The length of a recording or video in milliseconds.</summary>
    public int? DurationMs => Integer("dur", "duration");
}

/// <summary>A place.</summary>
public sealed class LocationAttachment : Attachment
{
    internal LocationAttachment(JsonElement raw) : base(raw)
    {
    }

    /// <summary>Degrees north.</summary>
    public double? Latitude => Number("lat");

    /// <summary>Degrees east.</summary>
    public double? Longitude => Number("lng");

    /// <summary>The place's name.</summary>
    public string? Title => Text("title");
}

/// <summary>An attachment of any other kind, or one that is not what its message's type promises.</summary>
public sealed class OtherAttachment : Attachment
{
    internal OtherAttachment(JsonElement raw) : base(raw)
    {
    }
}
