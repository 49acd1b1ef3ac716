const names = [
  ...['access_token', 'refresh_token', 'id_token', 'id_token_hint', 'subject_token', 'client_secret'],
  ...['code_verifier', 'auth_req_id', 'assertion', 'client_assertion', 'password'],
].join('|');

const hidden = '«masqué»';

const rules: readonly (readonly [RegExp, string])[] = [
  [/\beyJ[\w-]{8,}\.[\w-]*(?:\.[\w-]*)*/g, '«jeton»'],
  [/(authorization: *(?:basic|bearer) +)[^\s\r\n]+/gi, `$1${hidden}`],
  [new RegExp(`\\b((?:${names}|code)=)[^&\\s"]+`, 'g'), `$1${hidden}`],
  [new RegExp(`("(?:${names})"\\s*:\\s*")(?:[^"\\\\]|\\\\.)+`, 'g'), `$1${hidden}`],
  [/(set-cookie: *[^=\s]+=)[^;\r\n]+/gi, `$1${hidden}`],
];

/** A line of cookies holds several; each value is hidden, each name kept. */
const cookies = /(?<!set-)cookie: *[^\r\n]+/gi;

/** Hides tokens, codes, cookies and credentials in a text that people will read; what they were is in the store. */
export function maskSecrets(text: string): string {
  return rules
    .reduce((masked, [pattern, replacement]) => masked.replace(pattern, replacement), text)
    .replace(cookies, (line) => line.replaceAll(/=[^;]+/g, `=${hidden}`));
}
