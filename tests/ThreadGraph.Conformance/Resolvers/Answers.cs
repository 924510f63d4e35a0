using ThreadGraph.Conformance.Schema;

namespace ThreadGraph.Conformance.Resolvers;

/// <summary>
/// What the fields answer, made from numbers alone; tests/conformance/oracle/answers.js says the same in
/// JavaScript.
/// </summary>
internal static class Answers
{
    private static readonly DateTimeOffset Epoch = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000);

    public static IEntity? Entity(int number) => number < 0 ? null : (number % 3) switch
    {
        0 => new Person(number % 60),
        1 => new Robot(number % 60),
        _ => new Place(number % 60),
    };

    public static IActor Actor(int number) => number % 2 == 0 ? new Person(number % 60) : new Robot(number % 60);

    public static string Key(Numbered entity) =>
        $"{entity.GetType().Name.ToLowerInvariant()}:{entity.Number}";

    public static string? Label(Numbered entity, bool upper)
    {
        if (entity.Number % 11 == 5)
        {
            throw new InvalidOperationException("No label.");
        }

        var label = $"{entity.GetType().Name} “{entity.Number}” \t\u2028<é>";
        return entity.Number % 5 == 4 ? null : upper ? label.ToUpperInvariant() : label;
    }

    public static int Rank(Numbered entity) => entity.Number % 13 == 12 ? throw new InvalidOperationException("No rank.") : entity.Number % 10;

    public static IReadOnlyList<T> Many<T>(int first, Func<int, T> item) => first < 0
        ? throw new InvalidOperationException("Negative.")
        : [.. Enumerable.Range(1, Math.Min(first, 4)).Select(item)];

    public static Person? Friend(int number) => number % 6 == 5 ? null : new Person((number * 3 + 1) % 60);

    public static Person FriendHard(int number) => number % 4 == 3 ? null! : new Person((number + 5) % 60);

    public static double Height(int number) => number % 7 == 6 ? double.NaN : number * 1.25 - 10;

    public static DateTimeOffset Born(int number) => Epoch.AddMilliseconds(number * 86_399_999L);

    public static string Shade(int number) => number % 9 == 8 ? "blue" : $"#{number * 65_537 % 0xffffff:x6}";

    public static string? Tag(int number) => (number % 4) switch
    {
        0 => "a",
        1 => null,
        2 => "\"quoted\"",
        _ => "😀",
    };

    public static int[]?[] Grid(int number, int size) =>
        [.. Many(size, row => (number + row) % 5 == 0 ? null : Many(size, column => number + row * column).ToArray())];

    public static string Boom(int number) =>
        number % 3 == 0 ? throw new InvalidOperationException("Boom.") : $"calm {number}";

    public static string Gap(int number) => number % 3 == 1 ? null! : $"there {number}";

    public static Kind Kind(int number) => (Kind)(number % 5 == 4 ? 77 : number % 5);
}
