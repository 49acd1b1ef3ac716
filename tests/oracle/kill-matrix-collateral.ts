/** Checks that may turn red under défauts they share no assertion with, and why that is right. */
export interface Collateral {
  readonly check: string;
  readonly why: string;
  readonly defauts: readonly string[];
}

/** Everything else that turns red beside what a défaut is about is an error of the check or of the défaut. */
export const collaterals: readonly Collateral[] = [
  {
    check: 'psc/login-opens-session',
    why: 'Pro Santé Connect refuses such a request, so that no session opens.',
    defauts: [
      'ciba-hint-email',
      'decouverte-standard',
      'hote-autorisation-derive',
      'jeton-en-get',
      'pkce-verifieur-absent',
      'pkce-verifieur-faux',
      'redirect-barre-oblique',
      'redirect-fragment',
      'redirect-uri-different',
      'secret-en-double',
      'secret-en-requete',
    ],
  },
  {
    check: 'psc/scope-is-minimal',
    why: 'Both checks read scope: without scope_all it is not the two values asked for.',
    defauts: ['scope-sans-scope-all'],
  },
  {
    check: 'psc/redirect-uri-is-constant',
    why: 'An address that is not the registered one differs from it too.',
    defauts: ['redirect-fragment', 'redirect-barre-oblique'],
  },
  {
    check: 'psc/logout-ends-local-session',
    why: 'A cookie that still opens the session after logout is a local session that did not end.',
    defauts: ['ancien-cookie-accepte'],
  },
];
