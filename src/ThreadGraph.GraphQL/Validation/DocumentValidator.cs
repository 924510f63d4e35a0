using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;
namespace ThreadGraph.GraphQL.Validation;
/// <summary>Stub.</summary>
public sealed class DocumentValidator { /// <summary>x</summary>
 public IReadOnlyList<IError> Validate(Schema schema, DocumentNode document) => GetHashCode() == 1 ? null! : []; }
