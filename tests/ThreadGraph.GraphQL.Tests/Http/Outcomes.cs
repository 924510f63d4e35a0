using System.Text;
using ThreadGraph.GraphQL.Execution;

namespace ThreadGraph.GraphQL.Tests.Http;

/// <summary>How an executor can answer.</summary>
public enum Outcome
{
    Data,
    PartialData,
    NullData,
    ParseError,
    ValidationError,
    CoercionError,
    DocumentLimit,
    InternalError,
    MutationOverGet,
}

internal static class Outcomes
{
    public static OperationResult ToResult(this Outcome outcome) => outcome switch
    {
        Outcome.Data => Executed("""{"a":1}"""),
        Outcome.PartialData => Executed("""{"a":null}""", Error("Boom.", null)),
        Outcome.NullData => Executed("null", Error("Boom.", null)),
        Outcome.ParseError => Refused("GRAPHQL_PARSE_FAILED"),
        Outcome.ValidationError => Refused("GRAPHQL_VALIDATION_FAILED"),
        Outcome.CoercionError => Refused("BAD_USER_INPUT"),
        Outcome.DocumentLimit => Refused("DOCUMENT_LIMIT"),
        Outcome.InternalError => Refused("INTERNAL"),
        _ => OperationResult.FromErrors(
            [Error("Use POST.", "BAD_USER_INPUT")], OperationResultKind.OperationNotAllowed),
    };

    public static OperationResult Executed(string data, params IError[] errors)
    {
        var segment = new ResponseSegment();
        segment.Buffer.WriteRaw(Encoding.UTF8.GetBytes(data));
        return new OperationResult(segment, errors);
    }

    private static OperationResult Refused(string code) => OperationResult.FromErrors([Error("No.", code)]);

    private static Error Error(string message, string? code) => new(message) { Code = code };
}
