using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Validation;

/// <summary>A schema with every kind of type and place that a rule may ask about.</summary>
internal static class ChatSchema
{
    public const string Sdl = """
        directive @trace(label: String, level: Int) repeatable on
          | QUERY | MUTATION | SUBSCRIPTION | FIELD | FRAGMENT_DEFINITION | FRAGMENT_SPREAD | INLINE_FRAGMENT
          | VARIABLE_DEFINITION
        directive @cost(weight: Int!, factor: Int! = 1) on FIELD
        directive @onQuery on QUERY
        directive @onMutation on MUTATION
        directive @onSubscription on SUBSCRIPTION
        directive @onField on FIELD
        directive @onFragmentDefinition on FRAGMENT_DEFINITION
        directive @onFragmentSpread on FRAGMENT_SPREAD
        directive @onInlineFragment on INLINE_FRAGMENT
        directive @onVariable on VARIABLE_DEFINITION

        interface Node { id: ID! }

        interface Post implements Node {
          id: ID!
          text(format: Format, trim: Boolean): String
          sentBy: Account
        }

        interface Editable { editedBy: Account revision: Int }

        type Message implements Node & Post & Editable {
          id: ID!
          text(format: Format, trim: Boolean): String
          sentBy: Account
          editedBy: Account
          revision: Int
          reaction(emoji: String!): Int
          hasReaction(emoji: Emoji): Boolean
          replies(first: Int = 20, after: String): [Message!]
          parent: Message
        }

        type Notice implements Node & Post {
          id: ID!
          text(format: Format, trim: Boolean): String
          sentBy: Account
          severity: Int
          expires: Boolean
          audience: [String!]
        }

        type Account implements Node {
          id: ID!
          name(surnameFirst: Boolean): String
          friends: [Account]
          posts: [Post]
          timeline: [Entry]
          role: Format
        }

        type Robot { model: String maker: Account }

        union Entry = Message | Notice
        union Sender = Account | Robot

        enum Format { PLAIN HTML MARKDOWN }
        enum Emoji { HEART LAUGH THUMBS_UP }

        input Window { from: Int to: Int }
        input Filter {
          text: String
          limit: Int! = 10
          required: Boolean!
          formats: [Format!]
          window: Window
          strict: Boolean! = false
          nested: Filter
        }
        input Target @oneOf { thread: ID message: ID window: Window }

        scalar Any

        type Values {
          int(arg: Int): String
          intRequired(arg: Int!): String
          string(arg: String): String
          boolean(arg: Boolean): String
          booleanRequired(arg: Boolean!): String
          format(arg: Format): String
          float(arg: Float): String
          id(arg: ID): String
          any(arg: Any): String
          strings(arg: [String]): String
          stringsRequiredItems(arg: [String!]): String
          lists(arg: [[Int]]): String
          filter(arg: Filter): String
          filters(arg: [Filter!]): String
          target(arg: Target): String
          targetRequired(arg: Target!): String
          targets(arg: [Target]): String
          two(req1: Int!, req2: Int!): String
          optional(opt1: Int = 0, opt2: Int! = 0): String
          mixed(req1: Int!, req2: Int!, opt1: Int = 0, opt2: Int = 0): String
        }

        type Query {
          me: Account
          account(id: ID, name: String): Account
          message(id: ID!): Message
          notice: Notice
          post: Post
          node: Node
          editable: Editable
          entry: Entry
          sender: Sender
          robot: Robot
          values: Values
        }

        type Mutation { send(text: String): Message }

        type Subscription {
          messageSent: Message
          noticeSent: Notice
          counter: Int
        }
        """;

    public static Schema Instance { get; } = SdlSchema.Build(Sdl);
}
