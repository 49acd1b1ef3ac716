/* Generated from schemas/preuve.schema.json; run npm run generate. */

/**
 * One line of preuves.ndjson: a recorded fact.
 */
export interface PreuveLine {
  /**
   * In order of recording, without gap.
   */
  id: string;
  kind: string;
  scenario?: string;
  step?: string;
  /**
   * Milliseconds since the start of the run.
   */
  at: number;
  /**
   * Parsed view, its shape depends on the kind.
   */
  view: {
    [k: string]: unknown;
  };
  /**
   * Raw bytes by role: request, response, file, before, after.
   */
  raw: {
    [k: string]: {
      sha256: string;
      size: number;
      mediaType?: string;
    };
  };
  tls?: {
    version: string;
    cipher: string;
    serverName?: string;
    clientCertificate?: {
      subject: string;
      issuer: string;
      serialNumber: string;
      sha256: string;
      notBefore: string;
      notAfter: string;
      extendedKeyUsage: string[];
      trusted: boolean;
    };
  };
  connection?: string;
}
