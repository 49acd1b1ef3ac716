/* Generated from schemas/seal.schema.json; run npm run generate. */

/**
 * seal.json: the footer without which a store is a truncated one.
 */
export interface SealFile {
  format: 'segur-seal';
  version: 2;
  run: string;
  startedAt: string;
  endedAt: string;
  end: 'complete' | 'interrupted' | 'crashed';
  preuves: number;
  /**
   * Distinct blobs that the lines name.
   */
  blobs: number;
  /**
   * RFC 6962 Merkle root over the members above, run.json, plan.json, deck.json, then every line; lines name their blobs by SHA-256.
   */
  root: string;
  signature?: {
    algorithm: 'Ed25519';
    publicKeyPem: string;
    /**
     * Base64 of the signature of the 32 bytes of the root.
     */
    value: string;
  };
}
