using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.GraphQL.Execution;
using ThreadGraph.GraphQL.Tests.Execution;
using ThreadGraph.GraphQL.Tests.Types.Paging;
using ThreadGraph.GraphQL.Types;
using ThreadGraph.GraphQL.Types.Pagination;

namespace ThreadGraph.GraphQL.Tests.Types.Building;

/// <summary>One schema with a bit of everything, and the whole of its SDL.</summary>
public sealed class SchemaBuildingTests
{
    [Fact(DisplayName = "annotated classes make this schema")]
    public void Annotated_classes_make_a_schema() =>
        SchemaPrinter.Print(TestServer.Create(
                static builder => builder.AddGlobalObjectIdentification().AddNodeIdValueSerializer<Relay.NodeTests.IntSerializer>(),
                typeof(Query), typeof(Mutation), typeof(INamed), typeof(IShape), typeof(Circle), typeof(CircleNode), typeof(SquareType))
            .Executor.Schema).ShouldBe(
            """"
            """An object with a globally unique, opaque ID."""
            interface Node {
              """The global, opaque ID."""
              id: ID!
            }

            """Where everything starts."""
            type Query {
              """A `text`, with `code` and more."""
              text: String!
              maybe: String
              number: Int!
              maybeNumber: Int
              ratio: Float!
              flag: Boolean!
              time: DateTime!
              json: JSON
              list: [String!]!
              maybeList: [String]
              matrix: [[Int!]!]!
              lazy: String
              """The shapes."""
              shapes(color: Color = DARK_BLUE, limit: Int! = 10, ratio: Float! = 0.5, flag: Boolean! = true, text: String! = "a \"quote\"", list: [Int!] = [1, 2], filter: ShapeFilter, old: Int @deprecated(reason: "Use `limit`.")): [Shape!]!
              renamed: String! @deprecated(reason: "Use `text`.")
              page(
                """How many from the front: 0 to 100; 20 where no size is given."""
                first: Int
                """Start behind this cursor."""
                after: String
                """How many from the back: 0 to 100; 20 where no size is given."""
                last: Int
                """End in front of this cursor."""
                before: String
              ): CircleConnection!
              """
              The node with an ID given out by this API. Null, with an error, when it cannot be read.
              """
              node(
                """The ID."""
                id: ID!
              ): Node
              """
              Several nodes at once, at most 50; each is found, or fails, on its own.
              """
              nodes(
                """The IDs."""
                ids: [ID!]!
              ): [Node]!
            }

            type Mutation {
              """Draws."""
              draw(
                """Which one, never `null`."""
                shape: ShapeInput!
              ): Boolean!
            }

            interface Named {
              name: String!
            }

            union Shape = Circle | Square

            """A circle."""
            type Circle implements Node & Named {
              """The key."""
              id: ID!
              """The name."""
              name: String!
              """How wide."""
              radius: Float!
              """The global, opaque ID."""
              ownerId: ID
              area: Float!
            }

            type Square {
              side: Float!
            }

            """
            A point in time, RFC 3339 with a time zone and at most milliseconds, such as `2024-10-31T08:06:07.123Z`. Written in UTC.
            """
            scalar DateTime

            """Any JSON value. Integers beyond 2^53 appear as strings."""
            scalar JSON

            enum Color {
              RED
              """A dark one."""
              DARK_BLUE
              GREENISH @deprecated
            }

            input ShapeFilter {
              text: String!
              colors: [Color!] = [RED]
              inner: ShapeFilter @deprecated
            }

            """A page of a list. See the Relay cursor connections specification."""
            type CircleConnection {
              """The items of this page with their cursors."""
              edges: [CircleEdge!]!
              """The items of this page."""
              nodes: [Circle!]!
              """How to go on from this page."""
              pageInfo: PageInfo!
            }

            input ShapeInput @oneOf {
              radius: Float
              id: ID
            }

            """An item and its position."""
            type CircleEdge {
              """The item's position, for `after` and `before`."""
              cursor: String!
              """The item."""
              node: Circle!
            }

            """
            How to go on from a page. See the Relay cursor connections specification.
            """
            type PageInfo {
              """Whether there is more behind this page."""
              hasNextPage: Boolean!
              """Whether there is more in front of this page."""
              hasPreviousPage: Boolean!
              """
              The position of the page's start: go on in front of it with `last` and `before`.
              """
              startCursor: String
              """
              The position of the page's end: go on behind it with `first` and `after`.
              """
              endCursor: String
            }

            """");

    /// <summary>Where everything starts.</summary>
    [QueryType]
    public static class Query
    {
        /// <summary>A <see cref="Text"/>, with <c>code</c> and   more.</summary>
        public static string Text => "";

        public static string? Maybe => null;

        public static int Number => 0;

        public static int? MaybeNumber => null;

        public static double Ratio => 0;

        public static bool Flag => false;

        public static DateTimeOffset Time => default;

        public static System.Text.Json.JsonElement? Json => null;

        public static IReadOnlyList<string> List => [];

        public static string?[]? MaybeList => null;

        public static IEnumerable<List<int>> Matrix => [];

        public static Task<string?> Lazy => Task.FromResult<string?>(null);

        /// <summary>The shapes.</summary>
        public static IReadOnlyList<IShape> GetShapes(
            Color? color = Color.DarkBlue,
            int limit = 10,
            double ratio = 0.5,
            bool flag = true,
            string text = "a \"quote\"",
            [DefaultValueSyntax("[1, 2]")] IReadOnlyList<int>? list = null!,
            ShapeFilter? filter = null,
            [GraphQLDeprecated("Use `limit`.")] int? old = null) => [];

        [GraphQLName("renamed")]
        [GraphQLDeprecated("Use `text`.")]
        public static string GetAnything() => "";

        [GraphQLIgnore]
        public static string Hidden => "";

        [UseConnection]
        public static Connection<Circle> GetPage(PagingArguments paging) => new TextConnection<Circle>([]);
    }

    [MutationType]
    public static class Mutation
    {
        /// <summary>Draws.</summary>
        /// <param name="shape">Which one, never <see langword="null"/>.</param>
        /// <param name="cancellationToken">Not an argument.</param>
        public static Task<bool> DrawAsync(ShapeInput shape, CancellationToken cancellationToken) => Task.FromResult(true);
    }

    public enum Color
    {
        Red,

        /// <summary>A dark one.</summary>
        DarkBlue,

        [GraphQLName("GREENISH")]
        [GraphQLDeprecated("No longer supported")]
        Green,

        [GraphQLIgnore]
        None,
    }

    [InterfaceType("Named")]
    public interface INamed
    {
        string Name { get; }
    }

    [UnionType("Shape")]
    public interface IShape;

    /// <summary>A circle.</summary>
    /// <param name="Id">The key.</param>
    /// <param name="Name">The name.</param>
    public sealed record Circle(int Id, string Name) : INamed, IShape
    {
        /// <summary>How wide.</summary>
        public double Radius => 1;

        [ID("Circle")]
        public int? OwnerId => null;
    }

    [Node]
    [ObjectType<Circle>]
    public static class CircleNode
    {
        public static double GetArea([Parent] Circle circle, IResolverContext context) => circle.Radius;

        [NodeResolver]
        public static ValueTask<Circle?> GetCircleByIdAsync(int id) => new(new Circle(id, ""));
    }

    public sealed record Square(double Side) : IShape;

    [ObjectType<Square>]
    public static class SquareType;

    public sealed class ShapeFilter
    {
        public required string Text { get; init; }

        [DefaultValueSyntax("[RED]")]
        public IReadOnlyList<Color>? Colors { get; init; }

        [GraphQLDeprecated("No longer supported")]
        public ShapeFilter? Inner { get; init; }
    }

    [OneOf]
    public sealed class ShapeInput
    {
        public double? Radius { get; init; }

        [GraphQLType<IdType>]
        public string? Id { get; init; }
    }
}
