/**
 * Rows of checks that share no assertion with a défaut and yet turn red under it: défaut, then check, then why that is
 * right. Everything else that turns red is an error of the check or of the défaut.
 */
export const collateral: Readonly<Record<string, Readonly<Record<string, string>>>> = {};
