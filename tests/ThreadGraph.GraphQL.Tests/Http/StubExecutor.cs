using System.Text;
using System.Text.Json;
using ThreadGraph.GraphQL.Execution;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Http;

/// <summary>An executor that answers as it is told, and keeps what it was asked.</summary>
internal sealed class StubExecutor(Func<OperationResult> answer) : IRequestExecutor
{
    public List<string> Asked { get; } = [];

    public Schema Schema => throw new InvalidOperationException("Only the SDL needs the schema.");

    public ValueTask<OperationResult> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken)
    {
        var document = request.DocumentId is { } id ? "#" + id : Encoding.UTF8.GetString(request.Document.Span);
        var allowed = request.QueriesOnly ? "queries only" : "all";
        allowed += request.CostMode == CostAnalyzerMode.Enforce ? "" : $" | {request.CostMode}";
        Asked.Add(
            $"{document} | {request.OperationName ?? "-"} | " +
            $"{Text(request.Variables)} | {Text(request.Extensions)} | {allowed}");
        return new ValueTask<OperationResult>(answer());
    }

    /// <summary>Read before the answer is written, as the memory behind the element is given back then.</summary>
    private static string Text(JsonElement json) =>
        json.ValueKind == JsonValueKind.Undefined ? "-" : json.GetRawText();
}
