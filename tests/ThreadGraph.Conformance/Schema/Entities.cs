using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.Conformance.Schema;

/// <summary>Everything that has a number.</summary>
[InterfaceType("Entity")]
public interface IEntity
{
    /// <summary>The kind and the number, such as <c>person:7</c>.</summary>
    [GraphQLType<IdType>]
    string Key { get; }

    /// <summary>What it is called; some have no name.</summary>
    /// <param name="upper">In capital letters.</param>
    string? Label(bool upper = false);

    /// <summary>The entity with the next number.</summary>
    IEntity? Next { get; }
}

/// <summary>An entity that acts. "Quoted", with a \ backslash, and 日本語.</summary>
[InterfaceType("Actor")]
public interface IActor : IEntity
{
    /// <inheritdoc cref="IEntity.Key" />
    [GraphQLType<IdType>]
    new string Key { get; }

    /// <inheritdoc cref="IEntity.Label" />
    new string? Label(bool upper = false);

    /// <inheritdoc cref="IEntity.Next" />
    new IEntity? Next { get; }

    /// <summary>From 0 to 9.</summary>
    int Rank { get; }

    /// <summary>Those with the numbers behind this one.</summary>
    IReadOnlyList<IActor> Peers(int first = 2);
}

/// <summary>Any entity, as a union.</summary>
[UnionType("Thing")]
public interface IThing;

/// <summary>An entity that lives, more or less.</summary>
[UnionType("Living")]
public interface ILiving;

/// <summary>What all entities hold: a number, from which resolvers make every answer.</summary>
/// <remarks>Interface members are there for the schema; resolvers answer them, so nothing calls these.</remarks>
public abstract class Numbered(int number) : IEntity
{
    /// <summary>The number.</summary>
    [GraphQLIgnore]
    public int Number { get; } = number;

    string IEntity.Key => throw new InvalidOperationException();

    IEntity? IEntity.Next => throw new InvalidOperationException();

    string? IEntity.Label(bool upper) => throw new InvalidOperationException();
}

/// <summary>What actors share.</summary>
public abstract class ActorBase(int number) : Numbered(number), IActor
{
    string IActor.Key => throw new InvalidOperationException();

    IEntity? IActor.Next => throw new InvalidOperationException();

    int IActor.Rank => throw new InvalidOperationException();

    string? IActor.Label(bool upper) => throw new InvalidOperationException();

    IReadOnlyList<IActor> IActor.Peers(int first) => throw new InvalidOperationException();
}

/// <summary>
/// A person with friends.
/// <para>A second paragraph, and <c>code</c>.</para>
/// </summary>
public sealed class Person(int number) : ActorBase(number), IThing, ILiving;

/// <summary>A robot.</summary>
public sealed class Robot(int number) : ActorBase(number), IThing, ILiving;

/// <summary>A place where actors are.</summary>
public sealed class Place(int number) : Numbered(number), IThing;

/// <summary>What a mutation left.</summary>
public sealed class Counter(int value)
{
    /// <summary>The sum.</summary>
    [GraphQLIgnore]
    public int Sum { get; } = value;
}
