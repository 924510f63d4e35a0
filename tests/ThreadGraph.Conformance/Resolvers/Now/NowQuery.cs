using ThreadGraph.Conformance.Schema;
using ThreadGraph.GraphQL.Types;
using Range = ThreadGraph.Conformance.Schema.Range;

namespace ThreadGraph.Conformance.Resolvers;

/// <summary>What can be asked.</summary>
[QueryType]
internal static class NowQuery
{
    [GraphQLDeprecated("There is one version.")]
    public static string Version() => "1";

    /// <summary>A person by number.</summary>
    /// <param name="number">From 0 to 59.</param>
    public static Person? Person(int number = 1) => number < 0 ? null : new Person(number % 60);

    public static Person PersonHard(int number) => Answers.FriendHard(number);

    public static IEntity? Entity(int? number = 0) => Answers.Entity(number ?? -1);

    public static IActor? Actor(int number) => Answers.Actor(Math.Abs(number % 60));

    public static IReadOnlyList<IThing> Things(int first = 3, int? from = 3) =>
        Answers.Many(first, i => (IThing)Answers.Entity((from ?? 0) + i)!);

    public static ILiving? Living(int number) => (ILiving?)Answers.Actor(Math.Abs(number % 60));

    public static IReadOnlyList<IEntity?>? Search(
        Filter? filter, Kind[]? kinds, [GraphQLDeprecated("Use `filter`.")] string? old) =>
        Answers.Many(filter?.Limit ?? 1, i => Answers.Entity(i));

    public static IEntity? Find(Choice choice) => Answers.Entity(Canonical.Write(choice).Length);

    public static int?[][][] Cube(int size = 1) =>
        Answers.Many(size, x => Answers.Many(size, y => Answers.Many(size, z => (int?)(x * y * z % 3 == 0 ? null : x * y * z)).ToArray()).ToArray()).ToArray();

    public static string? Echo(
        int? @int, [DefaultValueSyntax("7")] int? intOr, double? @float, string? text, bool? flag,
        [GraphQLType<IdType>] string? id, Kind? kind, DateTimeOffset? when, [GraphQLType<ShadeType>] string? shade,
        int?[]? list, int?[]?[]? matrix, Kind[]? kinds, Filter? filter, Demand? demand, Choice? choice,
        Range[][]? ranges) =>
        Canonical.Write(@int, intOr, @float, text, flag, id, kind, when, shade, list, matrix, kinds, filter, demand, choice, ranges);

    public static double? SameFloat(double value) => value;

    public static string? SameText(string value) => value;

    [GraphQLType<IdType>]
    public static string? SameId([GraphQLType<IdType>] string value) => value;

    public static string EchoHard(
        int @int, [DefaultValueSyntax("\"d\"")] string text, [DefaultValueSyntax("[1]")] int[] list,
        [DefaultValueSyntax("{ from: 1 }")] Range range, [DefaultValueSyntax("COLD")] Kind kind) =>
        Canonical.Write(@int, text, list, range, kind);
}
