using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>One place where a variable is used.</summary>
/// <param name="Node">The variable.</param>
/// <param name="Type">The type that the place expects; null where it is unknown.</param>
/// <param name="HasDefault">Whether the place has a default of its own, taken when the variable is not given.</param>
/// <param name="OneOf">The OneOf input object whose member the place is; null for other places.</param>
internal readonly record struct VariableUsage(VariableNode Node, IType? Type, bool HasDefault, InputObjectType? OneOf);

/// <summary>A variable as its operation declares it.</summary>
/// <param name="Definition">The declaration; the last one of a repeated name.</param>
/// <param name="Type">Its type; null where it is unknown.</param>
internal readonly record struct DeclaredVariable(VariableDefinitionNode Definition, IType? Type);
