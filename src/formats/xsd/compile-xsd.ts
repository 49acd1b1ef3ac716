import type { XmlInputProvider } from 'libxml2-wasm';
import { InputError } from '../../domain/segur-error.ts';
import type { XmlDocument } from '../xml/xml-node.ts';

/** Where a schema and what it includes are read; paths as `resolve` gives them. */
export interface XsdFiles {
  readonly main: string;
  resolve(from: string, address: string): string | undefined;
  read(path: string): Uint8Array;
}

/** One deviation from the schema. Columns are not known to the validator. */
export interface XsdFinding {
  readonly message: string;
  readonly line: number;
  /** XPath of the element, as the validator writes it. */
  readonly path: string;
}

export interface XsdSchema {
  /** Every deviation, in document order; none means valid. */
  validate(document: XmlDocument): readonly XsdFinding[];
  /** Frees the compiled schema. */
  dispose(): void;
}

type LibXml = typeof import('libxml2-wasm');
/** Flags are or-ed: the enumeration lists single ones only. */
type ParseFlags = import('libxml2-wasm').ParseOption;
const scheme = 'segur-xsd:';
let schemas = 0;

/**
 * Compiles an XML Schema once with libxml2. Includes come from `files` alone: no disk, no network. Throws InputError
 * `xsd-invalid` when the schema cannot be compiled.
 */
export async function compileXsd(files: XsdFiles): Promise<XsdSchema> {
  const libxml = await import('libxml2-wasm');
  const prefix = `${scheme}//${(schemas += 1)}/`;
  const provider = includeProvider(libxml, files, prefix);
  libxml.xmlRegisterInputProvider(provider);
  const { ParseOption, XmlDocument: Parsed, XsdValidator } = libxml;
  const option = (ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE) as ParseFlags;
  const validator = ((): InstanceType<LibXml['XsdValidator']> => {
    try {
      const schema = Parsed.fromBuffer(files.read(files.main), { url: prefix + files.main, option });
      try {
        return XsdValidator.fromDoc(schema);
      } finally {
        schema.dispose();
      }
    } catch (cause) {
      throw new InputError('xsd-invalid', `the schema ${files.main} cannot be compiled`, {
        at: { file: files.main },
        cause,
      });
    }
  })();
  return {
    validate: (document) => {
      const parsed = Parsed.fromString(withoutEncoding(document.source), {
        option: (option | ParseOption.XML_PARSE_BIG_LINES | ParseOption.XML_PARSE_HUGE) as ParseFlags,
      });
      try {
        validator.validate(parsed);
        return [];
      } catch (error) {
        if (!(error instanceof libxml.XmlValidateError)) throw error;
        return error.details.map(({ message, line, xpath }) => ({
          message: message.trim(),
          line,
          path: xpath ?? '',
        }));
      } finally {
        parsed.dispose();
      }
    },
    dispose: () => validator.dispose(),
  };
}

/** The text is decoded already: the declared encoding is blanked, places stay. */
function withoutEncoding(source: string): string {
  return source.replace(
    /^(\uFEFF?<\?xml[^>]*?)(\s+encoding\s*=\s*["'][^"']*["'])/,
    (_, head: string, encoding: string) => {
      return head + ' '.repeat(encoding.length);
    },
  );
}

function includeProvider(libxml: LibXml, files: XsdFiles, prefix: string): XmlInputProvider {
  const pathOf = (address: string): string | undefined =>
    address.startsWith(prefix) ? files.resolve('', address.slice(prefix.length)) : undefined;
  return {
    match: (address) => pathOf(address) !== undefined,
    open: (address) => {
      const path = pathOf(address);
      return path === undefined ? undefined : libxml.openBuffer(files.read(path));
    },
    read: (fd, buffer) => libxml.readBuffer(fd, buffer),
    close: (fd) => {
      libxml.closeBuffer(fd);
      return true;
    },
  };
}
