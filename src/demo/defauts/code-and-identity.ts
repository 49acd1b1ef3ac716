import type { Verification } from '../conduct.ts';
import { defaut, type Defaut, type Defauts } from './defaut.ts';

/** Mistakes of discovery, callback, token request, ID token, userinfo and account. */
export const codeAndIdentityDefauts: Defauts = {
  'decouverte-standard': defaut(
    'Cherche openid-configuration',
    'Looks for openid-configuration',
    ['PSC-DI-01'],
    {
      discoveryPath: (url) =>
        new URL(url.href.replace('wallet-openid-configuration', 'openid-configuration')),
    },
  ),
  'emetteur-non-compare': defaut(
    'Ne compare l’émetteur nulle part',
    'Compares the issuer nowhere',
    ['PSC-DI-02', 'PSC-ID-01', 'PSC-TR-08'],
    {
      withoutIssuerComparison: true,
      handMade: { skip: ['iss', 'retour-iss'] },
    },
  ),
  'decouverte-en-boucle': defaut(
    'Réessaie la découverte sans fin',
    'Retries discovery endlessly',
    ['PSC-DI-03'],
    {
      discoveryAttempts: 12,
    },
  ),
  'jeton-en-get': defaut('Demande les jetons en GET', 'Asks for tokens with GET', ['PSC-TR-01'], {
    handMade: { clientAuth: 'get' },
  }),
  'redirect-uri-different': defaut(
    'redirect_uri change à la demande de jetons',
    'redirect_uri changes at the token request',
    ['PSC-TR-02'],
    {
      handMade: { redirectUri: (honest) => `${honest}?a=1` },
    },
  ),
  'code-rejoue': defaut(
    'Rejoue le code au rafraîchissement de page',
    'Sends the code again when the page reloads',
    ['PSC-TR-11'],
    {
      reusableCallback: true,
    },
  ),
  'secret-en-double': defaut(
    'Secret en Basic et en formulaire',
    'Secret as Basic and in the form',
    ['PSC-TR-03'],
    {
      handMade: { clientAuth: 'double' },
    },
  ),
  'secret-en-requete': defaut(
    'Secret dans l’adresse du jeton',
    'Secret in the token address',
    ['PSC-TR-03'],
    {
      handMade: { clientAuth: 'requete' },
    },
  ),
  'certificat-absent': defaut('Ne présente pas son certificat', 'Presents no certificate', ['PSC-TR-04'], {
    withoutCertificate: true,
  }),
  'secret-et-certificat': defaut(
    'Envoie secret et certificat',
    'Sends secret and certificate',
    ['PSC-TR-05'],
    {
      secretWithCertificate: true,
    },
  ),
  'state-non-verifie': forgets(
    'Ne compare pas le state',
    'Does not compare state',
    ['PSC-TR-06', 'PSC-TR-07'],
    'state',
  ),
  'iss-retour-ignore': forgets(
    'Ignore iss au retour',
    'Ignores iss in the callback',
    ['PSC-TR-08'],
    'retour-iss',
  ),
  'erreur-ignoree': forgets(
    'Ignore error au retour',
    'Ignores error in the callback',
    ['PSC-TR-09'],
    'retour-erreur',
  ),
  'iss-prefixe': defaut('Compare iss par son début', 'Compares the beginning of iss', ['PSC-ID-01'], {
    handMade: { issuer: 'prefixe' },
  }),
  'sans-verification-aud': forgets(
    'Ne vérifie pas aud',
    'Does not verify aud',
    ['PSC-ID-02', 'PSC-ID-03'],
    'aud',
    'aud-present',
    'azp',
  ),
  'aud-absent-accepte': forgets(
    'Accepte un jeton sans aud',
    'Accepts a token without aud',
    ['PSC-ID-03'],
    'aud-present',
  ),
  'sans-verification-exp': forgets('Ne vérifie pas exp', 'Does not verify exp', ['PSC-ID-04'], 'exp'),
  'nonce-non-verifie': forgets(
    'Ne compare pas le nonce',
    'Does not compare the nonce',
    ['PSC-ID-05'],
    'nonce',
  ),
  'claims-non-exiges': forgets(
    'Accepte un jeton sans sub ni iat',
    'Accepts a token without sub or iat',
    ['PSC-ID-06'],
    'sub-present',
    'iat-present',
  ),
  'iat-non-verifie': defaut('Accepte un iat absurde', 'Accepts an absurd iat', ['PSC-ID-07'], {
    iatIgnored: true,
  }),
  'sans-verification-signature': forgets(
    'Ne vérifie pas la signature',
    'Does not verify the signature',
    ['PSC-ID-08'],
    'signature',
  ),
  'alg-quelconque': forgets('Accepte tout alg', 'Accepts any alg', ['PSC-ID-09'], 'alg'),
  'jwks-fige': defaut('Ne relit jamais les clés', 'Never fetches keys again', ['PSC-ID-10'], {
    handMade: { frozenKeys: true },
  }),
  'at-hash-non-verifie': defaut('Ne vérifie pas at_hash', 'Does not verify at_hash', ['HX-PSC-AT-HASH'], {
    accessTokenHashIgnored: true,
  }),
  'acr-non-verifie': defaut('Ne lit pas acr', 'Does not read acr', ['PSC-ID-11'], { acrIgnored: true }),
  'acr-manquant-non-trace': defaut(
    'Ne trace pas l’absence d’acr',
    'Does not trace a missing acr',
    ['PSC-ID-12'],
    {
      acrMissingUntraced: true,
    },
  ),
  'azp-non-verifie': forgets('Ne vérifie pas azp', 'Does not verify azp', ['PSC-ID-13'], 'azp'),
  'aud-tableau-refuse': defaut('Refuse aud en tableau', 'Refuses aud as an array', ['PSC-ID-13'], {
    handMade: { audience: 'chaine-seulement' },
  }),
  'jeton-en-query': defaut(
    'Jeton dans l’adresse d’userinfo',
    'Token in the userinfo address',
    ['PSC-UI-01'],
    {
      handMade: { userinfo: 'requete' },
    },
  ),
  'secret-en-entete': defaut('Secret en en-tête d’userinfo', 'Secret as a userinfo header', ['PSC-UI-01'], {
    handMade: { userinfo: 'secret-en-tete' },
  }),
  'userinfo-sub-non-verifie': forgets(
    'Ne compare pas sub d’userinfo',
    'Does not compare the userinfo sub',
    ['PSC-UI-02'],
    'userinfo-sub',
  ),
  'identite-userinfo-non-verifiee': defaut(
    'Ne compare pas SubjectNameID',
    'Does not compare SubjectNameID',
    ['PSC-UI-03'],
    {
      identitySwapIgnored: true,
    },
  ),
  'compte-sur-sub': defaut('Compte rattaché à sub', 'Account keyed on sub', ['PSC-UI-04', 'PSC-UI-05'], {
    accountKey: 'sub',
  }),
  'compte-jamais-rapproche': defaut(
    'Crée toujours un autre compte',
    'Always makes another account',
    ['PSC-UI-04', 'PSC-UI-05'],
    {
      neverLinked: true,
    },
  ),
  'plante-sans-ref-pro': defaut('Plante sans SubjectRefPro', 'Crashes without SubjectRefPro', ['PSC-UI-06'], {
    crashesWithoutRefPro: true,
  }),
  'exercice-zero': defaut('Prend la première situation', 'Takes the first situation', ['PSC-UI-07'], {
    firstSituationTaken: true,
  }),
  'droits-sans-exercice': defaut('Tous droits sans exercice', 'Full rights without practice', ['PSC-UI-08'], {
    fullRightsAlways: true,
  }),
  'accents-perdus': defaut('Perd les accents', 'Loses accents', ['PSC-UI-09'], {
    text: (honest) => Buffer.from(honest, 'utf8').toString('latin1').slice(0, 38),
  }),
};

function forgets(
  fr: string,
  en: string,
  assertions: readonly string[],
  ...skip: readonly Verification[]
): Defaut {
  return defaut(fr, en, assertions, { handMade: { skip } });
}
