// A client on relay-runtime without React: what useLazyLoadQuery, usePaginationFragment and useRefetchableFragment do.
import assert from 'node:assert/strict';
import relay from 'relay-runtime';
import { request } from '../../request.js';

const { ConnectionHandler, ConnectionInterface, Environment, Network, RecordSource, Store } = relay;

/** A Relay environment of its own, empty at first. */
export class RelayClient {
  #environment;
  #lastAnswer;

  constructor(graphQL) {
    const ask = async ({ text }, variables) => (this.#lastAnswer = await request(graphQL(), text, variables));
    this.#environment = new Environment({
      network: Network.create(ask),
      store: new Store(new RecordSource()),
    });
  }

  /** Fetches a query and returns what it reads from the store. */
  async load(query, variables) {
    const operation = relay.createOperationDescriptor(relay.getRequest(query), variables);
    this.#environment.retain(operation);
    await this.#fetch(operation);
    return this.#environment.lookup(operation.fragment).data;
  }

  /** What a fragment reads from the store, nothing of it missing. */
  read(fragment, ref) {
    const { data, isMissingData } = this.#environment.lookup(relay.getSingularSelector(fragment, ref));
    assert.equal(isMissingData, false, `Data of ${fragment.name} are missing from the store.`);
    return data;
  }

  /** Whether the fragment's connection can be paged on: hasNext and hasPrevious of usePaginationFragment. */
  has(direction, fragment, ref) {
    return this.#position(direction, fragment, ref).hasMore;
  }

  /** One page more of the fragment's connection: loadNext and loadPrevious of usePaginationFragment. */
  async loadMore(direction, count, fragment, ref) {
    const { cursor } = this.#position(direction, fragment, ref);
    const { data, path, variables } = this.#connection(fragment, ref);
    const { refetchableRequest, refetchMetadata, identifierInfo } = relay.getRefetchMetadata(fragment, 'RelayClient');
    const before = relay.getValueAtPath(data, path).edges.length;

    await this.#fetch(
      relay.createOperationDescriptor(
        refetchableRequest,
        {
          ...relay.getPaginationVariables(direction, count, cursor, variables, {}, refetchMetadata.connection),
          [identifierInfo.identifierQueryVariableName]: data[identifierInfo.identifierField],
        },
        { force: true },
      ),
    );

    // The store drops an edge that it has already, so the page itself is counted too.
    const refetched = relay.getValueAtPath(this.#lastAnswer.data, refetchMetadata.fragmentPathInResult);
    assert.notEqual(refetched, null, `The node of the connection ${path.join('.')} is gone.`);
    const page = relay.getValueAtPath(refetched, path).edges.length;
    const after = relay.getValueAtPath(this.read(fragment, ref), path).edges.length;
    assert.equal(after - before, page, 'A page held an edge that was there already.');
    const next = this.#position(direction, fragment, ref);
    assert.ok(!next.hasMore || next.cursor !== cursor, 'There is more, but the page ended where it began.');
  }

  /** Fetches the fragment anew: refetch of useRefetchableFragment. Returns what it reads then. */
  async refetch(fragment, ref) {
    const { refetchableRequest, identifierInfo } = relay.getRefetchMetadata(fragment, 'RelayClient');
    const id = this.read(fragment, ref)[identifierInfo.identifierField];
    const variables = { ...this.#variables(fragment, ref), [identifierInfo.identifierQueryVariableName]: id };
    await this.#fetch(relay.createOperationDescriptor(refetchableRequest, variables, { force: true }));
    return this.read(fragment, ref);
  }

  /** The node IDs that the store keeps for a connection, in order. */
  storedIds(dataId, connectionKey) {
    let ids;
    relay.commitLocalUpdate(this.#environment, (store) => {
      const connection = ConnectionHandler.getConnection(store.get(dataId), connectionKey);
      ids = connection.getLinkedRecords('edges').map((edge) => edge.getLinkedRecord('node').getDataID());
    });
    return ids;
  }

  async #fetch(operation) {
    const { request: { node, variables } } = operation;
    await relay.fetchQuery(this.#environment, node, variables, { fetchPolicy: 'network-only' }).toPromise();
    assert.deepEqual(this.#lastAnswer.errors, undefined);
  }

  #position(direction, fragment, ref) {
    const { data, path } = this.#connection(fragment, ref);
    const names = ConnectionInterface.get();
    const pageInfo = relay.getValueAtPath(data, path)[names.PAGE_INFO];
    return direction === 'forward'
      ? { cursor: pageInfo[names.END_CURSOR], hasMore: pageInfo[names.HAS_NEXT_PAGE] }
      : { cursor: pageInfo[names.START_CURSOR], hasMore: pageInfo[names.HAS_PREV_PAGE] };
  }

  #connection(fragment, ref) {
    const { connectionPathInFragmentData: path } = relay.getPaginationMetadata(fragment, 'RelayClient');
    return { data: this.read(fragment, ref), path, variables: this.#variables(fragment, ref) };
  }

  #variables(fragment, ref) {
    const { owner, variables } = relay.getSingularSelector(fragment, ref);
    return { ...owner.variables, ...variables };
  }
}
