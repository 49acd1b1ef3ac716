import type { SecureVersion } from 'node:tls';

/** How a server of the bench speaks TLS. */
export interface ServerTls {
  readonly certPem: string;
  readonly keyPem: string;
  /** Asks for a client certificate and tells whether it chains to this authority; never refuses one by itself. */
  readonly clientCaPem?: string;
  /** TLSv1.2 when absent. */
  readonly minVersion?: SecureVersion;
  readonly maxVersion?: SecureVersion;
}
