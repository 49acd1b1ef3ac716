import type { Json, JsonObject } from '../../../domain/json.ts';
import { defaultOptions } from './options-schema.ts';

/** Options of `services.psc`, read once at start. */
export interface PscOptions {
  readonly regime: 'communaute' | 'edc';
  readonly modes: readonly string[];
  readonly client: {
    readonly id: string;
    readonly secret: string;
    readonly auth: 'client_secret_basic' | 'client_secret_post' | 'tls_client_auth';
    readonly certificatSujet?: string;
  };
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  readonly ports: { readonly auth: number; readonly portail: number; readonly edc: number };
  /** Names put in addresses and certificates; the bound address when absent. */
  readonly hotes: { readonly auth?: string; readonly portail?: string; readonly edc?: string };
  readonly tlsMinimum: 'TLSv1.2' | 'TLSv1.3';
  readonly proxy?: {
    readonly url: string;
    readonly clientId: string;
    readonly verifierCertificat: boolean;
    readonly delaiSecondes: number;
  };
}

/** Reads options that the manifest's schema accepted; members left out take the schema's defaults. */
export function readPscOptions(options: JsonObject): PscOptions {
  const client = { ...defaultOptions.client, ...objectAt(options, 'client') };
  const proxy = objectAt(options, 'proxy');
  return {
    ...defaultOptions,
    ...options,
    client,
    ports: { ...defaultOptions.ports, ...objectAt(options, 'ports') },
    hotes: objectAt(options, 'hotes'),
    ...(typeof proxy['url'] === 'string'
      ? { proxy: { ...defaultOptions.proxy, ...proxy } }
      : { proxy: undefined }),
  } as unknown as PscOptions;
}

function objectAt(object: JsonObject, name: string): JsonObject {
  const value: Json | undefined = object[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
