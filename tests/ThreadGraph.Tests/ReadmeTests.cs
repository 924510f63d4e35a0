using System.Text.Json;
using System.Text.RegularExpressions;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests;

public sealed class ReadmeTests(DemoApp demo) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task The_query_of_the_readme_is_the_example_and_has_the_answer_shown()
    {
        var readme = Repository.Read("README.md");
        var query = Block("graphql").Match(readme).Groups[1].Value;
        var shown = Block("json").Match(readme).Groups[1].Value;
        using var variables = JsonDocument.Parse(Repository.Read("schema/examples/first-look.variables.json"));

        query.ShouldBe(Repository.Read("schema/examples/first-look.graphql"));
        var answer = await demo.QueryAsync(query, variables.RootElement);
        answer.Succeeds().Costs(1).Answers(shown);
    }

    private static Regex Block(string language) => new($"```{language}\n(.*?)```", RegexOptions.Singleline);
}
