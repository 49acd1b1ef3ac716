import type {
  SchematronAssertion,
  SchematronItem,
  SchematronLet,
  SchematronSource,
} from '../../../src/formats/schematron/schematron-source.ts';

/**
 * The XSLT that ISO Schematron defines a schema by: a mode per pattern, rules by falling priority, every node
 * visited. It prints `F pattern rule` per fired rule and `A`/`E` lines with the path of failures and errors.
 */
export function schematronToXslt(source: SchematronSource): string {
  const namespaces = Object.entries({ ...source.namespaces, xs: 'http://www.w3.org/2001/XMLSchema' })
    .filter(([prefix]) => prefix !== 'xml')
    .map(([prefix, uri]) => `xmlns:${prefix}="${escaped(uri)}"`)
    .join(' ');
  const seen = new Set<string>();
  const globals = source.lets
    .filter(({ name }) => !seen.has(name) && seen.add(name))
    .map(({ name, value }) => `<xsl:variable name="${name}" select="${escaped(value)}"/>`);
  const modes = source.patterns.map((pattern, at) => {
    const rules = pattern.rules.map((rule, position) => {
      const body = rule.items
        .map((item, index) =>
          item.k === 'let'
            ? ''
            : assertionOf(
                item,
                letsOf(item.test, rule.items.slice(0, index)),
                `${at}\t${position}\t${index}`,
              ),
        )
        .join('');
      return `<xsl:template match="${escaped(rule.context)}" mode="p${at}" priority="${pattern.rules.length - position}">
<xsl:text>F\t${at}\t${position}&#10;</xsl:text>${body}<xsl:apply-templates select="@*|node()" mode="p${at}"/></xsl:template>`;
    });
    return `<xsl:mode name="p${at}" on-no-match="shallow-skip"/>${rules.join('\n')}`;
  });
  const start = source.patterns.map((_, at) => `<xsl:apply-templates select="/" mode="p${at}"/>`).join('');
  return `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" ${namespaces}>
<xsl:output method="text" encoding="UTF-8"/>
${globals.join('\n')}
<xsl:template match="/">${start}</xsl:template>
${modes.join('\n')}
</xsl:stylesheet>`;
}

/** The lets before an assertion that its test needs, in order: an error in one must not touch the others. */
function letsOf(test: string, before: readonly SchematronItem[]): readonly SchematronLet[] {
  const needed = new Set(namesIn(test));
  const lets: SchematronLet[] = [];
  for (const item of [...before].reverse()) {
    if (item.k !== 'let' || !needed.has(item.name)) continue;
    lets.unshift(item);
    for (const name of namesIn(item.value)) needed.add(name);
  }
  return lets;
}

function namesIn(expression: string): readonly string[] {
  return [...expression.matchAll(/\$\s*([\p{L}_][\p{L}\p{N}_.:-]*)/gu)].map((match) => match[1] ?? '');
}

function assertionOf(item: SchematronAssertion, lets: readonly SchematronLet[], id: string): string {
  const test = item.k === 'assert' ? `not(${item.test})` : item.test;
  const variables = lets.map(
    ({ name, value }) => `<xsl:variable name="${name}" select="${escaped(value)}"/>`,
  );
  const line = (kind: string): string =>
    `<xsl:value-of select="concat('${kind}&#9;${id.replaceAll('\t', '&#9;')}&#9;', path(), '&#10;')"/>`;
  return `<xsl:try>${variables.join('')}<xsl:if test="${escaped(test)}">${line('A')}</xsl:if><xsl:catch errors="*">${line('E')}</xsl:catch></xsl:try>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;');
}
