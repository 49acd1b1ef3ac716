/** Entry of the `segur` command; sets the process exit code and never throws. */
export function main(argv: readonly string[]): Promise<void> {
  void argv;
  return Promise.resolve();
}
