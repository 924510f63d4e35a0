using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.Conformance.Schema;

/// <summary>How something feels.</summary>
public enum Kind
{
    /// <summary>Above 20 degrees.</summary>
    Warm,

    Cold,

    [GraphQLDeprecated("Nothing is lukewarm; use `WARM`.")]
    LukeWarm,

    [GraphQLName("hot_2")]
    VeryHot,
}

/// <summary>From one number to another.</summary>
public sealed class Range
{
    /// <summary>The first number.</summary>
    public required int From { get; init; }

    [DefaultValueSyntax("100")]
    public int? To { get; init; }
}

/// <summary>What is looked for.</summary>
public sealed class Filter
{
    [DefaultValueSyntax("\"any \\\"text\\\"\"")]
    public string? Text { get; init; }

    [DefaultValueSyntax("10")]
    public int Limit { get; init; }

    [DefaultValueSyntax("[WARM, hot_2]")]
    public Kind[]? Kinds { get; init; }

    public Filter? Nested { get; init; }

    public Range[][]? Ranges { get; init; }

    [DefaultValueSyntax("{ from: 3 }")]
    public Range? Range { get; init; }

    public DateTimeOffset? When { get; init; }

    [GraphQLType<ShadeType>]
    public string? Shade { get; init; }

    [DefaultValueSyntax("1.5")]
    public double? Weight { get; init; }

    [GraphQLType<IdType>]
    public string? Id { get; init; }

    public bool? Strict { get; init; }

    [GraphQLDeprecated("Use `text`.")]
    public string? Old { get; init; }
}

/// <summary>What every field of is needed.</summary>
public sealed class Demand
{
    public required string Text { get; init; }

    public required Range Range { get; init; }

    public required Kind[] Kinds { get; init; }

    public Choice? Choice { get; init; }
}

/// <summary>One way to find something.</summary>
[OneOf]
public sealed class Choice
{
    [GraphQLType<IdType>]
    public string? ById { get; init; }

    public Range? ByRange { get; init; }

    public string? ByName { get; init; }

    public int[]? ByNumbers { get; init; }

    public Choice? Either { get; init; }
}
