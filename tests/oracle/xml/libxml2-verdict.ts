import { ParseOption, XmlDocument, XmlParseError } from 'libxml2-wasm';

const option = (ParseOption.XML_PARSE_NONET |
  ParseOption.XML_PARSE_NO_XXE |
  ParseOption.XML_PARSE_HUGE) as ParseOption;

/** Why libxml2 refuses a text; undefined when it accepts it. */
export function libxml2Refusal(source: string): string | undefined {
  try {
    XmlDocument.fromString(source, { option }).dispose();
    return undefined;
  } catch (error) {
    if (error instanceof XmlParseError) return error.message.trim();
    throw error;
  }
}
