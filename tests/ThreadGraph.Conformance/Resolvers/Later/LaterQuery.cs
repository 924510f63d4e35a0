using ThreadGraph.Conformance.Schema;
using ThreadGraph.GraphQL.Types;
using Range = ThreadGraph.Conformance.Schema.Range;

namespace ThreadGraph.Conformance.Resolvers;

/// <summary>What can be asked.</summary>
[QueryType]
internal static class LaterQuery
{
    [GraphQLDeprecated("There is one version.")]
    public static Task<string> VersionAsync() => Later.TaskOf<string>(1, () => "1");

    /// <summary>A person by number.</summary>
    /// <param name="number">From 0 to 59.</param>
    public static ValueTask<Person?> PersonAsync(int number = 1) =>
        Later.Of<Person?>(2, () => number < 0 ? null : new Person(number % 60));

    public static Task<Person> PersonHardAsync(int number) =>
        Later.TaskOf<Person>(3, () => Answers.FriendHard(number));

    public static ValueTask<IEntity?> EntityAsync(int? number = 0) =>
        Later.Of<IEntity?>(4, () => Answers.Entity(number ?? -1));

    public static Task<IActor?> ActorAsync(int number) =>
        Later.TaskOf<IActor?>(5, () => Answers.Actor(Math.Abs(number % 60)));

    public static ValueTask<IReadOnlyList<IThing>> ThingsAsync(int first = 3, int? from = 3) =>
        Later.Of<IReadOnlyList<IThing>>(6, () => Answers.Many(first, i => (IThing)Answers.Entity((from ?? 0) + i)!));

    public static Task<ILiving?> LivingAsync(int number) =>
        Later.TaskOf<ILiving?>(7, () => (ILiving?)Answers.Actor(Math.Abs(number % 60)));

    public static ValueTask<IReadOnlyList<IEntity?>?> SearchAsync(
        Filter? filter, Kind[]? kinds, [GraphQLDeprecated("Use `filter`.")] string? old) =>
        Later.Of<IReadOnlyList<IEntity?>?>(8, () => Answers.Many(filter?.Limit ?? 1, i => Answers.Entity(i)));

    public static Task<IEntity?> FindAsync(Choice choice) =>
        Later.TaskOf<IEntity?>(9, () => Answers.Entity(Canonical.Write(choice).Length));

    public static ValueTask<int?[][][]> CubeAsync(int size = 1) =>
        Later.Of<int?[][][]>(10, () => Answers.Many(size, x => Answers.Many(size, y => Answers.Many(size, z => (int?)(x * y * z % 3 == 0 ? null : x * y * z)).ToArray()).ToArray()).ToArray());

    public static Task<string?> EchoAsync(
        int? @int, [DefaultValueSyntax("7")] int? intOr, double? @float, string? text, bool? flag,
        [GraphQLType<IdType>] string? id, Kind? kind, DateTimeOffset? when, [GraphQLType<ShadeType>] string? shade,
        int?[]? list, int?[]?[]? matrix, Kind[]? kinds, Filter? filter, Demand? demand, Choice? choice,
        Range[][]? ranges) =>
        Later.TaskOf<string?>(11, () => Canonical.Write(@int, intOr, @float, text, flag, id, kind, when, shade, list, matrix, kinds, filter, demand, choice, ranges));

    public static ValueTask<double?> SameFloatAsync(double value) => Later.Of<double?>(12, () => value);

    public static Task<string?> SameTextAsync(string value) => Later.TaskOf<string?>(13, () => value);

    [GraphQLType<IdType>]
    public static ValueTask<string?> SameIdAsync([GraphQLType<IdType>] string value) =>
        Later.Of<string?>(14, () => value);

    public static Task<string> EchoHardAsync(
        int @int, [DefaultValueSyntax("\"d\"")] string text, [DefaultValueSyntax("[1]")] int[] list,
        [DefaultValueSyntax("{ from: 1 }")] Range range, [DefaultValueSyntax("COLD")] Kind kind) =>
        Later.TaskOf<string>(15, () => Canonical.Write(@int, text, list, range, kind));
}
