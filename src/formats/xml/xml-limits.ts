/** What a document may weigh before it is refused; all are inclusive maxima. */
export interface XmlLimits {
  readonly bytes: number;
  readonly depth: number;
  /** Elements, attributes, texts, comments and instructions together. */
  readonly nodes: number;
  readonly attributesPerElement: number;
}

/** Ten times the largest published CDA example, and shallow enough for any recursion of ours. */
export const defaultXmlLimits: XmlLimits = {
  bytes: 64 * 1024 * 1024,
  depth: 512,
  nodes: 4_000_000,
  attributesPerElement: 256,
};
