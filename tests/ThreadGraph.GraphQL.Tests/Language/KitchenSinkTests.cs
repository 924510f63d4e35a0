using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Tests.Language;

/// <summary>Documents with everything the grammar has, laid out as the printer does it.</summary>
public class KitchenSinkTests
{
    [Fact]
    public void An_executable_document_comes_back_unchanged() => ComesBack(
        """"
        "Reads a thread and its replies."
        query Thread(
        "The opaque ID."
        $id: ID!
        """
        How many replies,
        at most 100.
        """
        $first: Int = 20 @between(low: 1, high: 100)
        $filter: [FilterInput!]! = [{ kind: TEXT, states: [SENT, EDITED], deep: { nested: null } }]
        ) @trace(rate: 0.5) {
          thread(id: $id) @include(if: true) {
            ...Summary @defer(label: "summary")
            replies: replies(first: $first, filter: $filter) {
              ... on ReplyConnection @skip(if: false) {
                edges {
                  node {
                    text
                  }
                }
              }
              ... @include(if: $id) {
                totalCount
              }
              ... {
                pageInfo {
                  hasNextPage
                }
              }
            }
          }
        }

        mutation Send {
          send(
            text: "line\nbreak"
            weight: -1.5e-3
            tags: []
            note: """
            a block
              of text
            """
          ) {
            id
          }
        }

        subscription {
          added
        }

        "What every list shows."
        fragment Summary on Thread @cached {
          __typename
          id
        }
        """");

    [Fact]
    public void A_type_system_document_comes_back_unchanged() => ComesBack(
        """"
        """Threads of messages."""
        schema @link(url: "https://example.org") {
          query: Query
          mutation: Mutation
          subscription: Subscription
        }

        """
        The time,
        in UTC.
        """
        scalar DateTime @specifiedBy(url: "https://example.org/time")

        interface Node {
          id: ID!
        }

        interface Entity implements Node {
          id: ID!
        }

        """A message."""
        type Message implements Node & Entity @key(fields: "id") {
          id: ID!
          """The replies to it."""
          replies: [Message!]!
        }

        type Empty

        union Hit @indexed = Message | Thread

        union Nothing

        enum State {
          """It arrived."""
          SENT
          GONE @deprecated(reason: "Use SENT.")
        }

        input Filter @oneOf {
          state: State = SENT
          words: [String!] = ["a", "b"] @lower
        }

        directive @between(
          """The least."""
          low: Int
          high: Int = 10
        ) repeatable on FIELD_DEFINITION | ARGUMENT_DEFINITION

        extend schema @composed

        extend scalar DateTime @x

        extend type Message implements Node @x {
          more(first: Int = 1): Int
        }

        extend interface Node @x

        extend union Hit = Empty

        extend enum State {
          NEW
        }

        extend input Filter {
          kind: String
        }
        """");

    private static void ComesBack(string document) =>
        Utf8GraphQLParser.Parse(document).ToString().ShouldBe(document);
}
