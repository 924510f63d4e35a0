// Plain HTTP, for requests that no well-behaved client sends.
import { Agent, request } from 'node:http';

// Connections are kept, so that what a request costs is not what a connection costs.
const agent = new Agent({ keepAlive: true, maxSockets: 4 });
const timeoutMs = 20_000;

/** Closes what is kept. */
export const closeConnections = () => agent.destroy();

/**
 * Sends one request and reads the whole answer.
 * @param {string} url The server's base address.
 * @param {object} message What is sent: `method`, `path`, `headers`; `body`, which an array sends in chunks.
 * @param {AbortSignal} [signal] Gives up.
 * @returns {Promise<{status: number, headers: object, text: string, sentBytes: number}>}
 */
export function exchange(url, { method = 'POST', path = '/graphql', headers = {}, body }, signal) {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${url}${path}`, { agent, method, headers, signal, timeout: timeoutMs });
    let isAnswered = false;
    outgoing.on('response', (response) => {
      isAnswered = true;
      const pieces = [];
      response.on('data', (piece) => pieces.push(piece));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(pieces).toString('utf8');
        resolve({ status: response.statusCode, headers: response.headers, text, sentBytes: sizeOf(body) });
      });
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error(`No answer within ${timeoutMs} ms.`)));
    // A server that refuses a body may close the connection while the rest of it is on its way.
    outgoing.on('error', (error) => isAnswered || reject(error));
    for (const chunk of Array.isArray(body) ? body : []) {
      outgoing.write(chunk);
    }

    outgoing.end(Array.isArray(body) ? undefined : body);
  });
}

function sizeOf(body) {
  return [body ?? []].flat().reduce((sum, piece) => sum + Buffer.byteLength(piece), 0);
}
