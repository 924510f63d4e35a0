using ThreadGraph.GraphQL.Json;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>The <c>extensions.cost</c> of an answer.</summary>
/// <param name="Estimate">What the operation might cost.</param>
/// <param name="Actual">What it did cost; none where it was not executed.</param>
/// <param name="Limits">What it may cost.</param>
internal sealed record CostReport(OperationCost Estimate, OperationCost? Actual, CostOptions Limits)
{
    /// <summary>Writes the entry of <c>extensions</c>.</summary>
    public void WriteTo(JsonBuffer json)
    {
        json.WriteRaw("\"cost\":{"u8);
        Write("\"resultSize\":{\"estimate\":"u8, Estimate.ResultSize, Actual?.ResultSize, Limits.MaxResultSize, json);
        json.WriteByte((byte)',');
        Write("\"upstreamCalls\":{\"estimate\":"u8, Estimate.UpstreamCalls, Actual?.UpstreamCalls, Limits.MaxUpstreamCalls, json);
        json.WriteByte((byte)'}');
    }

    private static void Write(ReadOnlySpan<byte> start, long estimate, long? actual, long limit, JsonBuffer json)
    {
        json.WriteRaw(start);
        json.WriteNumber(estimate);
        if (actual is { } number)
        {
            json.WriteRaw(",\"actual\":"u8);
            json.WriteNumber(number);
        }

        json.WriteRaw(",\"limit\":"u8);
        json.WriteNumber(limit);
        json.WriteByte((byte)'}');
    }
}
