// Bearer tokens (RFC 7519), good and bad, of an issuer that the server under test trusts.
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });

export const issuer = 'abuse-suite';
export const audience = 'threadgraph';

/** The issuer's public key, as the server's `Access:KeySetFile` has it. */
export const keySet = JSON.stringify({
  keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }],
});

const nowSeconds = () => Math.floor(Date.now() / 1000);
const header = { alg: 'RS256', typ: 'JWT', kid: 'one' };
const claims = () => ({ iss: issuer, aud: audience, sub: 'alice', exp: nowSeconds() + 3600 });

const encode = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

function token(header, payload, signWith) {
  const content = `${encode(header)}.${encode(payload)}`;
  return `${content}.${signWith(content).toString('base64url')}`;
}

const byIssuer = (content) => sign('sha256', Buffer.from(content), privateKey);
const byStranger = (content) => sign('sha256', Buffer.from(content), stranger.privateKey);
const byNobody = () => Buffer.alloc(0);
const bySecret = (secret) => (content) => createHmac('sha256', secret).update(content).digest();

/** A good token for an account. */
export const tokenFor = (account) => token(header, { ...claims(), sub: account }, byIssuer);

/** A token of the issuer's whose claims differ from good ones. */
const claiming = (changes) => token(header, { ...claims(), ...changes }, byIssuer);

const pem = publicKey.export({ format: 'pem', type: 'spki' });
const der = publicKey.export({ format: 'der', type: 'spki' });
const good = tokenFor('alice');
const [goodHeader, goodClaims, goodSignature] = good.split('.');

/** Bad tokens by what is wrong with them. */
export const badTokens = {
  'forged signature': token(header, claims(), byStranger),
  'signature cut off': `${goodHeader}.${goodClaims}.`,
  'claims exchanged under a good signature': `${goodHeader}.${encode({ ...claims(), sub: 'bob' })}.${goodSignature}`,
  'alg: none': token({ alg: 'none', typ: 'JWT' }, claims(), byNobody),
  'alg: nOnE': token({ alg: 'nOnE', typ: 'JWT' }, claims(), byNobody),
  'alg: none under a good signature': token({ alg: 'none', typ: 'JWT' }, claims(), byIssuer),
  'no alg at all': token({ typ: 'JWT', kid: 'one' }, claims(), byIssuer),
  'HS256 with the public key (PEM) as secret': token({ ...header, alg: 'HS256' }, claims(), bySecret(pem)),
  'HS256 with the public key (DER) as secret': token({ ...header, alg: 'HS256' }, claims(), bySecret(der)),
  'HS256 with an empty secret': token({ ...header, alg: 'HS256' }, claims(), bySecret('')),
  'a key of its own in the header (jwk)': token(
    { alg: 'RS256', jwk: stranger.publicKey.export({ format: 'jwk' }) }, claims(), byStranger),
  'the address of a key of its own in the header (jku)': token(
    { alg: 'RS256', kid: 'two', jku: 'http://127.0.0.1:9/keys' }, claims(), byStranger),
  'a path for a key ID (kid)': token(
    { alg: 'HS256', kid: '../../../../dev/null' }, claims(), bySecret('')),
  'expired': claiming({ exp: nowSeconds() - 120 }),
  'not yet valid': claiming({ nbf: nowSeconds() + 600 }),
  'without an end': claiming({ exp: undefined }),
  'wrong audience': claiming({ aud: 'somebody-else' }),
  'wrong issuer': claiming({ iss: 'somebody-else' }),
  'no account': claiming({ sub: undefined }),
  'two accounts': claiming({ sub: ['alice', 'bob'] }),
  'an account that is none': claiming({ sub: '../../admin' }),
  'not a token': 'bm90IGEgdG9rZW4',
  'five parts': 'e30.e30.e30.e30.e30',
  'claims that are not JSON': token(header, 'nothing of JSON', byIssuer),
  'claims nested 5,000 deep': token(header, `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`, byIssuer),
  '24 KiB of claims': claiming({ aud: 'somebody-else', more: 'a'.repeat(18 * 1024) }),
};
