using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ThreadGraph.GraphQL.Tests.Execution;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Robustness;

/// <summary>
/// Trees of values, nulls and failures, each given at once or after some turns, against a model of the specification that
/// knows of no turns. Spec: Execution, "Handling Execution Errors".
/// </summary>
public sealed class NullPropagationProperties
{
    private const int Depth = 3;

    private static readonly FieldSpec[] Fields =
    [
        new("value", IsLeaf: true), new("mustValue", IsLeaf: true, IsNonNull: true),
        new("maybe"), new("must", IsNonNull: true),
        new("maybes", IsList: true), new("musts", IsList: true, HasNonNullItems: true),
        new("mustMusts", IsList: true, HasNonNullItems: true, IsNonNull: true),
    ];

    private static readonly string Document = $"{{ before: text node(seed: 0) {{ {Selections(Depth)} }} after: long }}";

    [Fact(DisplayName = "whatever fails, and whenever it comes, the answer is the specification's")]
    public void Answer_is_the_specifications()
    {
        var server = TestServer.Create(typeof(Query));
        Prop.ForAll(ArbMap.Default.GeneratorFor<int>().ToArbitrary(), seed =>
        {
            var answer = server.Execute(Document.Replace("seed: 0", $"seed: {seed}", StringComparison.Ordinal))
                .GetAwaiter().GetResult();
            var expected = $"\"data\":{{\"before\":\"T\",\"node\":{Model(seed, Depth) ?? "null"},\"after\":\"{Query.Long}\"}}}}";
            answer.ShouldEndWith(expected);
            answer.StartsWith("{\"errors\":[{", StringComparison.Ordinal).ShouldBe(expected.Contains("null", StringComparison.Ordinal));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(250).WithEndSize(100_000).WithReplay(20251121, 7));
    }

    private static string Selections(int depth) => string.Join(" ", Fields
        .Where(f => f.IsLeaf || depth > 0)
        .Select(f => f.IsLeaf ? f.Name : $"{f.Name} {{ {Selections(depth - 1)} }}"));

    /// <summary>An object as JSON; null where a null in it reaches it.</summary>
    private static string? Model(int seed, int depth)
    {
        var json = new StringBuilder();
        for (var i = 0; i < Fields.Length; i++)
        {
            if (!Fields[i].IsLeaf && depth == 0)
            {
                continue;
            }

            var value = Model(Fields[i], Script.Of(seed, i), depth);
            if (value is null && Fields[i].IsNonNull)
            {
                return null;
            }

            json.Append(json.Length == 0 ? '{' : ',').Append('"').Append(Fields[i].Name).Append("\":").Append(value ?? "null");
        }

        return json.Append('}').ToString();
    }

    private static string? Model(FieldSpec field, Script script, int depth)
    {
        if (script.Fails || script.IsNull)
        {
            return null;
        }

        if (field.IsLeaf)
        {
            return "1";
        }

        if (!field.IsList)
        {
            return Model(script.Seed, depth - 1);
        }

        var items = Enumerable.Range(0, script.Count).Select(i => script.IsNullItem(i) ? null : Model(script.Seed + i, depth - 1)).ToList();
        return field.HasNonNullItems && items.Contains(null) ? null : $"[{string.Join(",", items.Select(i => i ?? "null"))}]";
    }

    private sealed record FieldSpec(
        string Name, bool IsLeaf = false, bool IsList = false, bool HasNonNullItems = false, bool IsNonNull = false);

    /// <summary>What a field of an object comes to, and after how many turns.</summary>
    private sealed record Script(bool Fails, bool IsNull, int Turns, int Count, int Seed)
    {
        public static Script Of(int seed, int field)
        {
            var random = new Random(unchecked((seed * 31) + field));
            var outcome = random.Next(100);
            return new Script(outcome < 4, outcome is >= 4 and < 9, random.Next(4), random.Next(4), random.Next());
        }

        public bool IsNullItem(int index) => (Seed + index) % 11 == 0;

        public async ValueTask<T> Answer<T>(Func<T> value)
        {
            for (var i = 0; i < Turns; i++)
            {
                await Task.Yield();
            }

            return Fails ? throw new GraphQLException("failed") : IsNull ? default! : value();
        }
    }

    [QueryType]
    public static class Query
    {
        public static string Text => "T";

        /// <summary>Longer than what is taken back before it, so that a stretch that is nulled too late would show in it.</summary>
        public static string Long { get; } = new('x', 20_000);

        public static Node? GetNode(int seed) => new(seed);
    }

    public sealed class Node(int seed)
    {
        public ValueTask<int?> GetValueAsync() => Script.Of(seed, 0).Answer<int?>(static () => 1);

        // An Int! cannot be null in .NET; its null is a failure.
        public ValueTask<int> GetMustValueAsync()
        {
            var script = Script.Of(seed, 1);
            return (script with { Fails = script.Fails || script.IsNull }).Answer(static () => 1);
        }

        public ValueTask<Node?> GetMaybeAsync() => One<Node?>(2);

        public ValueTask<Node> GetMustAsync() => One<Node>(3);

        public ValueTask<IReadOnlyList<Node?>?> GetMaybesAsync() => List<IReadOnlyList<Node?>?>(4);

        public ValueTask<IReadOnlyList<Node>?> GetMustsAsync() => List<IReadOnlyList<Node>?>(5);

        public ValueTask<IReadOnlyList<Node>> GetMustMustsAsync() => List<IReadOnlyList<Node>>(6);

        private ValueTask<T> One<T>(int field) where T : class?
        {
            var script = Script.Of(seed, field);
            return script.Answer(() => (T)(object)new Node(script.Seed));
        }

        private ValueTask<T> List<T>(int field) where T : class?
        {
            var script = Script.Of(seed, field);
            return script.Answer(() => (T)(object)Enumerable.Range(0, script.Count)
                .Select(i => script.IsNullItem(i) ? null : new Node(script.Seed + i)).ToArray());
        }
    }
}
