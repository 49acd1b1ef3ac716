/** Format of the store that this version writes and reads: `version` of run.json and seal.json. */
export const storeVersion = 2;
