// What a thread's page asks for, in Apollo Client's manner.
import { gql } from '@apollo/client';

const page = gql`
  fragment Page on MessageConnection {
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
`;

export const tree = gql`
  query Tree($root: ThreadRootInput!, $first: Int!, $after: String, $nested: Int!) {
    thread(root: $root) {
      id
      replies(first: $first, after: $after) {
        edges {
          cursor
          node {
            id
            text
            replies(first: $nested) {
              edges {
                cursor
                node {
                  id
                  text
                }
              }
              ...Page
            }
          }
        }
        ...Page
      }
    }
  }
  ${page}
`;

export const repliesTo = gql`
  query RepliesTo($id: ID!, $first: Int!, $after: String) {
    node(id: $id) {
      ... on Message {
        id
        replies(first: $first, after: $after) {
          edges {
            cursor
            node {
              id
              text
            }
          }
          ...Page
        }
      }
    }
  }
  ${page}
`;

export const messages = gql`
  query Messages($root: ThreadRootInput!, $first: Int, $after: String, $last: Int, $before: String) {
    thread(root: $root) {
      id
      messages(first: $first, after: $after, last: $last, before: $before) {
        edges {
          cursor
          node {
            id
          }
        }
        ...Page
      }
    }
  }
  ${page}
`;

export const interfaces = gql`
  query Interfaces($root: ThreadRootInput!, $id: ID!) {
    thread(root: $root) {
      id
      conversation {
        ...Place
      }
      messages(first: 100) {
        edges {
          node {
            ...Identity
            attachment {
              ...Sent
            }
          }
        }
      }
    }
    node(id: $id) {
      ...Identity
    }
  }
  fragment Identity on Node {
    id
  }
  fragment Place on Conversation {
    id
    kind
    ... on DirectConversation {
      participants {
        id
        accountId
      }
    }
    ... on TeamConversation {
      teamId
    }
    ... on ChannelConversation {
      qchatServerId
      channelId
    }
  }
  fragment Sent on Attachment {
    raw
    ... on MediaAttachment {
      url
      name
      byteSize
    }
    ... on LocationAttachment {
      latitude
      longitude
    }
  }
`;
