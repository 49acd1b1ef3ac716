import type { WireRequest } from '../../../wire/http-exchange.ts';
import type { ClientAuthentication } from './authenticate-client.ts';

/** A token request once its client is known. */
export interface TokenRequest {
  readonly request: WireRequest;
  /** First value of a parameter, in the body or, by mistake, in the query. */
  readonly value: (name: string) => string | undefined;
  readonly client: ClientAuthentication;
  /** Members of TokenRequestView that hold whatever the grant. */
  readonly view: {
    readonly clientId?: string;
    readonly authMethods: ClientAuthentication['methods'];
    readonly anomalies: readonly string[];
    readonly replayed: boolean;
    readonly faults: readonly string[];
  };
}
