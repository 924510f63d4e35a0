using System.Buffers;
using System.Collections.ObjectModel;
using System.Text;
using ThreadGraph.GraphQL.Json;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>How far a request came.</summary>
public enum OperationResultKind
{
    /// <summary>Execution began: <c>data</c> is present, though perhaps null, and field errors may be too.</summary>
    Executed,

    /// <summary>A request error: refused before execution, no <c>data</c>.</summary>
    RequestError,

    /// <summary>Looked at and not executed, as the client asked; <c>extensions</c> say what was found.</summary>
    Validated,

    /// <summary>Refused before execution because the transport does not allow this kind of operation.</summary>
    OperationNotAllowed,
}

/// <summary>The answer to a request. Spec: Response, "Response Format".</summary>
/// <remarks>Holds pooled memory until it is disposed of.</remarks>
public sealed class OperationResult : IDisposable
{
    private readonly ResponseSegment? _data;

    // What is not data is written out once, though the answer is first measured and then sent.
    private JsonBuffer? _errors;
    private JsonBuffer? _extensions;

    // How long all of it is; 0 before it has been measured.
    private long _length;

    internal OperationResult(ResponseSegment data, IReadOnlyList<IError> errors)
    {
        _data = data;
        Errors = errors;
        Kind = OperationResultKind.Executed;
    }

    private OperationResult(OperationResultKind kind, IReadOnlyList<IError> errors)
    {
        Errors = errors;
        Kind = kind;
    }

    /// <summary>How far the request came.</summary>
    public OperationResultKind Kind { get; }

    /// <summary>The request errors or field errors; empty where all went well.</summary>
    public IReadOnlyList<IError> Errors { get; }

    /// <summary>What the answer says of the operation's cost; <see langword="null"/> where nothing was asked.</summary>
    internal CostReport? Cost { get; init; }

    /// <summary>What else the server says beside the data; <see langword="null"/> where nothing.</summary>
    internal IReadOnlyDictionary<string, long>? Extensions { get; init; }

    /// <summary>How long the account that asked may keep the answer; <see langword="null"/> where it may not.</summary>
    internal TimeSpan? CacheLifetime { get; set; }

    /// <summary>A request that was refused before execution.</summary>
    public static OperationResult FromErrors(
        IReadOnlyList<IError> errors, OperationResultKind kind = OperationResultKind.RequestError) => new(kind, errors);

    internal static OperationResult FromCost(
        CostReport? cost, IReadOnlyList<IError> errors, OperationResultKind kind) => new(kind, errors) { Cost = cost };

    /// <summary>Writes the response map as UTF-8 JSON: <c>errors</c> first, then <c>data</c>, then <c>extensions</c>.</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        var writer = new OutputWriter(output, Measure());
        WriteTo(ref writer);
        writer.Flush();
    }

    /// <summary>How long the response map is. Unit: bytes of UTF-8.</summary>
    internal long Measure()
    {
        if (_length == 0)
        {
            var counter = new OutputWriter(null);
            WriteTo(ref counter);
            _length = counter.Length;
        }

        return _length;
    }

    private void WriteTo(ref OutputWriter writer)
    {
        var separator = "{"u8;
        if (Errors.Count > 0)
        {
            writer.Write("{\"errors\":"u8);
            writer.Write((_errors ??= WriteErrors()).Written);
            separator = ","u8;
        }

        if (_data is not null)
        {
            writer.Write(separator);
            writer.Write("\"data\":"u8);
            _data.WriteTo(ref writer);
            separator = ","u8;
        }

        if (Cost is not null || Extensions is not null)
        {
            writer.Write(separator);
            writer.Write((_extensions ??= WriteExtensions()).Written);
        }

        writer.Write("}"u8);
    }

    private JsonBuffer WriteErrors()
    {
        var json = new JsonBuffer();
        ErrorWriter.Write(Errors, json);
        return json;
    }

    private JsonBuffer WriteExtensions()
    {
        var json = new JsonBuffer();
        json.WriteRaw("\"extensions\":{"u8);
        foreach (var (name, value) in Extensions ?? ReadOnlyDictionary<string, long>.Empty)
        {
            json.WriteString(name);
            json.WriteByte((byte)':');
            json.WriteNumber(value);
            json.WriteByte((byte)',');
        }

        if (Cost is null)
        {
            json.CutTo(json.Written.Length - 1);
        }
        else
        {
            Cost.WriteTo(json);
        }

        json.WriteByte((byte)'}');
        return json;
    }

    /// <summary>The response map as text.</summary>
    public string ToJson()
    {
        var output = new ArrayBufferWriter<byte>();
        WriteTo(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _data?.Dispose();
        _errors?.Dispose();
        _extensions?.Dispose();
    }
}
