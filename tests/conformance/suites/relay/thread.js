// What a thread's page asks for, in Relay's manner. relay-compiler reads this file; nothing runs it.
// Names start with the module's, this file's, as the compiler demands.
import { graphql } from 'relay-runtime';

graphql`
  query threadTreeQuery($root: ThreadRootInput!, $first: Int!, $nested: Int!) {
    thread(root: $root) {
      id
      ...thread_replies @arguments(first: $first, nested: $nested)
    }
  }
`;

graphql`
  fragment thread_replies on Thread
  @argumentDefinitions(first: { type: "Int" }, after: { type: "String" }, nested: { type: "Int!" })
  @refetchable(queryName: "threadRepliesPaginationQuery") {
    replies(first: $first, after: $after) @connection(key: "thread_replies") {
      edges {
        node {
          id
          ...thread_messageReplies @arguments(first: $nested)
        }
      }
    }
  }
`;

graphql`
  fragment thread_messageReplies on Message
  @argumentDefinitions(first: { type: "Int" }, after: { type: "String" })
  @refetchable(queryName: "threadMessageRepliesPaginationQuery") {
    replies(first: $first, after: $after) @connection(key: "message_replies") {
      edges {
        node {
          id
          text
        }
      }
    }
  }
`;

graphql`
  query threadMessagesQuery($root: ThreadRootInput!, $first: Int, $after: String, $last: Int, $before: String) {
    thread(root: $root) {
      id
      ...thread_messages @arguments(first: $first, after: $after, last: $last, before: $before)
    }
  }
`;

graphql`
  fragment thread_messages on Thread
  @argumentDefinitions(
    first: { type: "Int" }
    after: { type: "String" }
    last: { type: "Int" }
    before: { type: "String" }
  )
  @refetchable(queryName: "threadMessagesPaginationQuery") {
    messages(first: $first, after: $after, last: $last, before: $before) @connection(key: "thread_messages") {
      edges {
        node {
          id
        }
      }
    }
  }
`;

graphql`
  query threadMessageQuery($id: ID!) {
    node(id: $id) {
      ...thread_message @alias(as: "message")
    }
  }
`;

graphql`
  fragment thread_message on Message @refetchable(queryName: "threadMessageRefetchQuery") {
    id
    messageId
    text
    createdAt
    sender {
      accountId
    }
    thread {
      id
    }
    parentId
    depth
  }
`;
