import { parseArgs } from 'node:util';
import { allDefauts } from './defauts/find-defauts.ts';
import { scaleTime } from './scaled-time.ts';
import { startDemo } from './start-demo.ts';

/**
 * `--defaut <id>` (repeatable), `--port <n>`, `--list-defauts`, `--echelle <n>` with `--origine <ms>` (test hook:
 * time runs n times as fast from that moment on). Prints its addresses as one line of JSON once ready;
 * ends on SIGTERM, or when its standard input closes, that is when its parent is gone.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      defaut: { type: 'string', multiple: true },
      port: { type: 'string' },
      echelle: { type: 'string' },
      origine: { type: 'string' },
      'list-defauts': { type: 'boolean' },
    },
  });
  if (values['list-defauts'] === true) {
    process.stdout.write(`${Object.keys(allDefauts).sort().join('\n')}\n`);
    return;
  }
  scaleTime(Number(values.echelle ?? 1), Number(values.origine ?? Date.now()));
  const demo = await startDemo({ defauts: values.defaut ?? [], port: Number(values.port ?? 0) });
  const { url, application, redirectUri, postLogoutRedirectUri, proxy, mllp, fhir } = demo;
  process.stdout.write(
    `${JSON.stringify({ url, application, redirectUri, postLogoutRedirectUri, proxy, mllp, fhir })}\n`,
  );
  const stop = (): void => {
    demo.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.stdin.resume();
  process.stdin.once('end', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 3;
});
