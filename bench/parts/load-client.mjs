/**
 * The client of the benches of servers, in a process of its own, so that the processor time counted is the server's
 * alone. Told once which certificates to use, then asked for rounds of POSTs; `{{id}}` in a body becomes a fresh UUID.
 */
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';

const self = fileURLToPath(import.meta.url);
const concurrency = 4;

if (process.argv[2] === '--client') await client();

/** Starts the client; `post` resolves, with the processor time that it took the client, once `count` answers were read. */
export function loadClient({ caPem, certPem, keyPem }) {
  const child = fork(self, ['--client']);
  child.once('exit', (code) => {
    if (code !== 0 && code !== null) throw new Error(`the client process ended with ${code}`);
  });
  child.send({ ca: caPem, cert: certPem, key: keyPem });
  return {
    post: (round) =>
      new Promise((resolve, reject) => {
        child.once('message', ({ problem, ...answer }) =>
          problem === undefined ? resolve(answer) : reject(new Error(problem)),
        );
        child.send(round);
      }),
    close: () => child.disconnect(),
  };
}

async function client() {
  const { Agent, request } = await import('undici');
  let dispatcher;
  const post = async ({ url, body, contentType }) => {
    const answer = await request(url, {
      method: 'POST',
      dispatcher,
      body: body.replace('{{id}}', randomUUID()),
      headers: { 'content-type': contentType },
    });
    const text = await answer.body.text();
    if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode}`);
    return text.length;
  };
  process.on('message', async (message) => {
    if (message.url === undefined) {
      dispatcher = new Agent({ connect: message, connections: concurrency });
      return;
    }
    try {
      const start = process.cpuUsage();
      let bytes = 0;
      for (let done = 0; done < message.count; done += concurrency) {
        const batch = Math.min(concurrency, message.count - done);
        [bytes] = await Promise.all(Array.from({ length: batch }, () => post(message)));
      }
      const { user, system } = process.cpuUsage(start);
      process.send({ cpuMs: (user + system) / 1000, bytes });
    } catch (error) {
      process.send({ problem: String(error) });
    }
  });
  process.on('disconnect', () => process.exit(0));
}
