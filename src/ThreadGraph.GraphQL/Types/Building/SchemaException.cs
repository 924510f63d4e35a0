namespace ThreadGraph.GraphQL.Types;

/// <summary>The annotated classes do not make a valid schema. Thrown at start.</summary>
public sealed class SchemaException(string message) : Exception(message);
