using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Tests.Validation.Rules;

public sealed class ExecutableDefinitionsRuleTests() : RuleTest(new ExecutableDefinitionsRule())
{
    [Fact]
    public void Operations_and_fragments_are_executable() => Valid("""
        query A { me { id ...F } }
        mutation B { send { id } }
        fragment F on Account { name }
        """);

    [Fact]
    public void Type_definitions_and_extensions_are_named() => Invalid(
        """
        { me { id } }
        type Room { id: ID }
        extend type Account { room: Room }
        """,
        """
        The "Room" definition is not executable.
          at 2:1
        The "Account" definition is not executable.
          at 3:1
        """);

    [Fact]
    public void Schema_definition_and_extension_are_called_schema() => Invalid(
        """
        schema { query: Query }
        extend schema @trace
        """,
        """
        The schema definition is not executable.
          at 1:1
        The schema definition is not executable.
          at 2:1
        """);

    [Fact]
    public void Directive_definition_is_named() => Invalid(
        """
        directive @new on FIELD
        { me { id } }
        """,
        """
        The "new" definition is not executable.
          at 1:1
        """);
}
