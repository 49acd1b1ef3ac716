/* Generated from schemas/run.schema.json; run npm run generate. */

/**
 * run.json: what is known of a run besides its plan, deck and preuves.
 */
export interface RunFile {
  format: 'segur-run';
  version: 2;
  id: string;
  startedAt: string;
  bench: {
    version: string;
  };
  pilote: string;
  /**
   * Names to addresses of the simulators, psc.issuer and so on; empty until they listen.
   */
  endpoints: {
    [k: string]: string;
  };
}
