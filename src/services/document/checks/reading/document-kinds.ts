/** Kinds of preuve whose raw bytes document checks open: a file handed in. */
export const documentKinds: readonly string[] = ['file/submitted'];
