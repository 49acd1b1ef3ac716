import { createHash, createSecretKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { CompactSign, exportJWK } from 'jose';
import type { JsonObject } from '../../../domain/json.ts';
import type { SigningChoice } from '../preuves/artefacts.ts';

interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly jwk: JsonObject;
}

const generate = promisify(generateKeyPair);

/** The RSA keys of the realm: one that signs, and former ones that stay published so that old tokens verify. */
export class SigningKeys {
  #keys: readonly SigningKey[];
  #foreign: KeyObject | undefined;

  private constructor(first: SigningKey) {
    this.#keys = [first];
  }

  static async create(): Promise<SigningKeys> {
    return new SigningKeys(await newKey());
  }

  get kid(): string {
    return this.#active().kid;
  }

  /** The key that signs now, for signatures that are not JOSE. */
  privateKey(): KeyObject {
    return this.#active().privateKey;
  }

  /** Public keys, newest first. */
  published(): readonly JsonObject[] {
    return this.#keys.map((key) => key.jwk);
  }

  /** Publishes a new key that signs from now on; returns its kid. */
  async rotate(): Promise<string> {
    const key = await newKey();
    this.#keys = [key, ...this.#keys];
    return key.kid;
  }

  /** Signs claims as chosen; `rotated` takes the newest key, the caller having rotated before. */
  async sign(
    header: JsonObject,
    claims: JsonObject,
    choice: SigningChoice,
    clientSecret: string,
  ): Promise<string> {
    const payload = Buffer.from(JSON.stringify(claims));
    if (choice === 'none') {
      return `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload.toString('base64url')}.`;
    }
    const alg = typeof header['alg'] === 'string' ? header['alg'] : 'RS256';
    const key =
      choice === 'client-secret'
        ? createSecretKey(Buffer.from(clientSecret))
        : choice === 'foreign'
          ? await this.#foreignKey()
          : this.#active().privateKey;
    return new CompactSign(payload).setProtectedHeader({ ...header, alg }).sign(key);
  }

  #active(): SigningKey {
    const [key] = this.#keys;
    if (key === undefined) throw new Error('a realm always has a key');
    return key;
  }

  async #foreignKey(): Promise<KeyObject> {
    this.#foreign ??= (await generate('rsa', { modulusLength: 2048 })).privateKey;
    return this.#foreign;
  }
}

async function newKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generate('rsa', { modulusLength: 2048 });
  const jwk = await exportJWK(publicKey);
  const kid = createHash('sha256')
    .update(jwk.n ?? '')
    .digest('base64url');
  return {
    kid,
    privateKey,
    jwk: { kid, kty: 'RSA', alg: 'RS256', use: 'sig', n: jwk.n ?? '', e: jwk.e ?? '' },
  };
}
