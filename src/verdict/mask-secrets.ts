const rules: readonly (readonly [RegExp, string])[] = [
  [/\beyJ[\w-]{8,}\.[\w-]*(?:\.[\w-]*)*/g, '«jeton»'],
  [/(authorization: *(?:basic|bearer) +)[^\s\r\n]+/gi, '$1«masqué»'],
  [
    /\b((?:access_token|refresh_token|id_token|id_token_hint|client_secret|subject_token|code|code_verifier|auth_req_id|assertion)=)[^&\s"]+/g,
    '$1«masqué»',
  ],
  [/("(?:access_token|refresh_token|id_token|client_secret|auth_req_id)" *: *")[^"]+/g, '$1«masqué»'],
  [/((?:set-)?cookie: *[^=\s]+=)[^;\r\n]+/gi, '$1«masqué»'],
];

/** Hides tokens, codes, cookies and credentials in a text that people will read; what they were is in the store. */
export function maskSecrets(text: string): string {
  return rules.reduce((masked, [pattern, replacement]) => masked.replace(pattern, replacement), text);
}
