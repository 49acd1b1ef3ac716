import { X509Certificate } from 'node:crypto';
import { connect as connectTcp, createServer, type AddressInfo } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { Agent, request } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import type { HttpExchangeView, Preuve, PreuveDraft, Recorder } from '../domain/preuve.ts';
import { BenchError } from '../domain/segur-error.ts';
import type { KeyPair } from '../domain/service.ts';
import { openPki } from '../engine/pki-directory.ts';
import { startHttpServer, type HttpServer, type HttpServerOptions } from './start-http-server.ts';

interface Seen extends Preuve<HttpExchangeView & { readonly extra?: string; readonly error?: string }> {
  readonly bytes: Readonly<Record<string, string>>;
}

class MemoryRecorder implements Recorder {
  readonly seen: Seen[] = [];
  #waiting: (() => void)[] = [];

  record<V>(draft: PreuveDraft<V>): Preuve<V> {
    const preuve = { ...draft, id: `p-${String(this.seen.length + 1)}`, at: 0, raw: {} };
    const bytes = Object.fromEntries(
      Object.entries(draft.raw ?? {}).map(([name, raw]) => [name, Buffer.from(raw).toString('latin1')]),
    );
    this.seen.push({ ...preuve, bytes } as unknown as Seen);
    for (const wake of this.#waiting.splice(0)) wake();
    return preuve;
  }

  secret(): void {
    throw new Error('no secret expected');
  }

  async count(n: number): Promise<readonly Seen[]> {
    while (this.seen.length < n) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.seen;
  }
}

const servers: HttpServer[] = [];
const agents: Agent[] = [];
afterEach(async () => {
  await Promise.all(agents.splice(0).map((agent) => agent.destroy()));
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function start(
  options: Partial<HttpServerOptions> = {},
): Promise<{ readonly server: HttpServer; readonly recorder: MemoryRecorder; readonly agent: Agent }> {
  const recorder = new MemoryRecorder();
  const server = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    recorder,
    unhandledKind: 'test/unknown',
    handler: () => ({
      status: 200,
      kind: 'test/ok',
      headers: [['Content-Type', 'text/plain']],
      body: 'salut',
    }),
    ...options,
  });
  servers.push(server);
  const agent = new Agent({ connections: 1 });
  agents.push(agent);
  return { server, recorder, agent };
}

/** Writes bytes and resolves with all that came back before the end of the connection. */
function talk(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connectTcp(port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('startHttpServer', () => {
  it('keeps query, form, header order, duplicates and both messages', async () => {
    const { server, recorder } = await start();
    const body = 'a=1&b=%C3%A9&a=2';
    const sent =
      'POST /x?q=1&q=2&vide= HTTP/1.1\r\nHost: psc.test:1\r\nX-B: 1\r\nx-A: 2\r\nX-B: 3\r\n' +
      `Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\nContent-Length: ${String(body.length)}\r\n\r\n${body}`;
    const answer = await talk(server.port, sent);
    const [preuve] = await recorder.count(1);
    expect(preuve?.view).toMatchObject({
      method: 'POST',
      origin: 'http://psc.test:1',
      path: '/x',
      query: [
        ['q', '1'],
        ['q', '2'],
        ['vide', ''],
      ],
      form: [
        ['a', '1'],
        ['b', 'é'],
        ['a', '2'],
      ],
      status: 200,
    });
    expect(preuve?.view.headers.map(([name]) => name)).toEqual([
      'Host',
      'X-B',
      'x-A',
      'X-B',
      'Content-Type',
      'Connection',
      'Content-Length',
    ]);
    expect(preuve?.view.aborted).toBeUndefined();
    expect(preuve?.bytes['request']).toBe(sent);
    expect(preuve?.bytes['response']).toBe(answer);
  });

  it('reads JSON both ways and adds the members of the service', async () => {
    const { server, recorder, agent } = await start({
      handler: (asked) => ({
        status: 201,
        kind: 'test/json',
        headers: [['Content-Type', 'application/json']],
        body: JSON.stringify({ got: asked.json ?? null }),
        view: { extra: 'membre' },
      }),
    });
    const { body } = await request(`${server.origin}/`, {
      dispatcher: agent,
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: '{"n":1}',
    });
    expect(await body.json()).toEqual({ got: { n: 1 } });
    const [preuve] = await recorder.count(1);
    expect(preuve?.kind).toBe('test/json');
    expect(preuve?.view).toMatchObject({ json: { n: 1 }, responseJson: { got: { n: 1 } }, extra: 'membre' });
  });

  it('tells the exchanges of one connection from those of another', async () => {
    const { server, recorder, agent } = await start();
    await (await request(`${server.origin}/1`, { dispatcher: agent })).body.dump();
    await (await request(`${server.origin}/2`, { dispatcher: agent })).body.dump();
    await talk(server.port, 'GET /3 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    const [first, second, third] = await recorder.count(3);
    expect(first?.connection).toBe(second?.connection);
    expect(third?.connection).not.toBe(first?.connection);
  });

  it('attests a deviation once its carrier was recorded, and never when nothing could be sent', async () => {
    const delivered: (string | undefined)[] = [];
    const deviations = [
      {
        deviated: { faults: ['f'], delivered: (carrier: string | undefined) => delivered.push(carrier) },
      },
    ];
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const { server, recorder } = await start({
      handler: async (asked) => {
        if (asked.path === '/lent') await held;
        return { status: 200, kind: 'test/ok', deviations };
      },
    });
    await talk(server.port, 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    await recorder.count(1);
    expect(delivered).toEqual(['p-1']);
    const socket = connectTcp(server.port, '127.0.0.1');
    socket.write('GET /lent HTTP/1.1\r\nHost: a\r\n\r\n');
    await new Promise<void>((resolve) => socket.once('connect', resolve));
    socket.destroy();
    setTimeout(release, 50);
    const [, hungUp] = await recorder.count(2);
    expect(hungUp?.view).toMatchObject({ aborted: 'client-closed', status: 0 });
    expect(delivered).toEqual(['p-1']);
  });

  it('drops and truncates on demand', async () => {
    const { server, recorder } = await start({
      handler: (asked) => ({
        status: 200,
        kind: 'test/ok',
        body: 'x'.repeat(100),
        delivery: asked.path === '/drop' ? 'drop' : { truncateAt: 40 },
      }),
    });
    expect(await talk(server.port, 'GET /drop HTTP/1.1\r\nHost: a\r\n\r\n')).toBe('');
    const cut = await talk(server.port, 'GET /cut HTTP/1.1\r\nHost: a\r\n\r\n');
    expect(cut).toHaveLength(40);
    const [dropped, truncated] = await recorder.count(2);
    expect(dropped?.bytes['response']).toBe('');
    expect(truncated?.bytes['response']).toBe(cut);
  });
});

describe('startHttpServer, limits', () => {
  it('answers 413 to a body over the limit and records what was read', async () => {
    const { server, recorder } = await start({ limits: { bodyBytes: 1000 } });
    const head = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 500000\r\n\r\n';
    expect(await talk(server.port, head + 'x'.repeat(500_000))).toMatch(/^HTTP\/1\.1 413 /);
    const [preuve] = await recorder.count(1);
    expect(preuve?.view).toMatchObject({ aborted: 'body-too-large', status: 413 });
    expect(preuve?.bytes['request']).toHaveLength(head.length + 1000);
    expect(preuve?.kind).toBe('test/unknown');
  });

  it('records malformed HTTP with its bytes', async () => {
    const { server, recorder } = await start();
    expect(await talk(server.port, 'BOUH\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    const [preuve] = await recorder.count(1);
    expect(preuve?.view.aborted).toBe('malformed');
    expect(preuve?.bytes['request']).toContain('BOUH');
  });

  it('cuts a client that never ends its headers, and one that never ends its body', async () => {
    const { server, recorder } = await start({ limits: { headersMs: 150, requestMs: 300 } });
    const answers = await Promise.all([
      talk(server.port, 'GET / HTTP/1.1\r\nHost: a\r\nX-'),
      talk(server.port, 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc'),
    ]);
    expect(answers[0]).toMatch(/^HTTP\/1\.1 408 /);
    const seen = await recorder.count(2);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(seen.map((preuve) => preuve.view.aborted)).toEqual(['timeout', 'timeout']);
  });

  it('records a client that hangs up in the middle of its body', async () => {
    const { server, recorder } = await start();
    const socket = connectTcp(server.port, '127.0.0.1', () =>
      socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc', () =>
        setTimeout(() => socket.destroy(), 50),
      ),
    );
    const [preuve] = await recorder.count(1);
    expect(preuve?.view.aborted).toBe('client-closed');
    expect(preuve?.bytes['request']).toMatch(/\r\n\r\nabc$/);
  });

  it('turns a failing handler into a bench error, not a silent 500', async () => {
    const { server, recorder, agent } = await start({
      handler: () => {
        throw new Error('panne');
      },
    });
    expect((await request(server.origin, { dispatcher: agent })).statusCode).toBe(500);
    const [preuve] = await recorder.count(1);
    expect(preuve?.kind).toBe('bench/error');
    expect(preuve?.view.error).toBe('Error: panne');
  });

  it('names the busy port and what to do', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const { port } = blocker.address() as AddressInfo;
    const failure = await start({ port }).catch((error: unknown) => error);
    await new Promise((resolve) => blocker.close(resolve));
    expect(failure).toBeInstanceOf(BenchError);
    expect((failure as BenchError).code).toBe('PORT_BUSY');
    expect((failure as BenchError).hint).toContain(String(port));
  });

  it('closes at once with open connections, and says when an exchange was lost', async () => {
    const { server } = await start();
    const idle = connectTcp(server.port, '127.0.0.1');
    await new Promise<void>((resolve) => idle.once('connect', resolve));
    const gone = new Promise<void>((resolve) => idle.once('close', () => resolve()));
    idle.on('error', () => undefined);
    await server.close();
    await gone;
    const broken = await startHttpServer({
      host: '127.0.0.1',
      port: 0,
      unhandledKind: 'test/unknown',
      recorder: {
        record: () => {
          throw new Error('disque plein');
        },
        secret: () => undefined,
      },
      handler: () => ({ status: 200, kind: 'test/ok' }),
    });
    await talk(broken.port, 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    await expect(broken.close()).rejects.toThrow(BenchError);
  });
});

describe('startHttpServer, TLS', () => {
  const pki = openPki();
  const foreignPki = openPki();
  const software = { commonName: 'logiciel', organizationalUnit: '110000001' };

  it('describes trusted, foreign, expired and absent client certificates without refusing any', async () => {
    const { caPem: ca, clientCaPem, ...issuer } = await pki;
    const leaf = await issuer.server({ names: ['localhost', '127.0.0.1'] });
    const { server, recorder } = await start({ tls: { ...leaf, clientCaPem } });
    const client = await issuer.client(software);
    const foreign = await (await foreignPki).client(software);
    const expired = await issuer.client({ ...software, notAfter: new Date(Date.now() - 1000) });
    for (const pair of [client, foreign, expired, undefined]) {
      const agent = new Agent({
        connect: { ca, servername: 'localhost', ...(pair && { cert: pair.certPem, key: pair.keyPem }) },
      });
      agents.push(agent);
      expect((await request(server.origin, { dispatcher: agent })).statusCode).toBe(200);
    }
    const [trusted, other, late, none] = await recorder.count(4);
    expect(trusted?.tls).toMatchObject({ version: 'TLSv1.3', serverName: 'localhost' });
    expect(trusted?.tls?.clientCertificate).toMatchObject({
      subject: 'CN=logiciel, OU=110000001, O=STRUCTURE DE TEST, C=FR',
      trusted: true,
      extendedKeyUsage: ['1.3.6.1.5.5.7.3.2'],
    });
    expect(other?.tls?.clientCertificate?.trusted).toBe(false);
    expect(late?.tls?.clientCertificate?.trusted).toBe(true);
    expect(none?.tls?.clientCertificate).toBeUndefined();
  });

  it('records a client that does not trust the authority', async () => {
    const leaf = await (await pki).server({ names: ['localhost'] });
    const { server, recorder } = await start({ tls: leaf });
    const socket = connectTls({ port: server.port, host: '127.0.0.1', servername: 'localhost' });
    socket.on('error', () => undefined);
    const [preuve] = await recorder.count(1);
    expect(preuve?.view.aborted).toBe('tls-failure');
  });

  describe('with a certificate chosen for each connection', () => {
    interface Chosen {
      readonly seen: () => readonly string[];
      readonly offer: NonNullable<HttpServerOptions['offer']>;
    }

    /** Offers a faithful certificate once, then one of an unknown authority; tells each delivery. */
    async function offers(
      faithful: number,
    ): Promise<Chosen & { readonly valid: KeyPair; readonly ca: string }> {
      const { caPem, ...issuer } = await pki;
      const names = ['127.0.0.1'];
      const valid = await issuer.server({ names });
      const stranger = await issuer.server({ names, untrusted: true });
      const seen: string[] = [];
      let count = 0;
      return {
        ca: caPem,
        valid,
        seen: () => seen,
        offer: () => {
          count += 1;
          if (count <= faithful) return { ...valid, deviated: { faults: [], delivered: () => undefined } };
          const delivered = (carrier: string | undefined, after: Uint8Array): void => {
            seen.push(`${carrier ?? '-'} ${new X509Certificate(after).issuer.split('\n')[0] ?? ''}`);
          };
          return { ...stranger, deviated: { faults: ['test/stranger'], delivered } };
        },
      };
    }

    it('attests it when the client refuses it, resumed sessions and kept connections included', async () => {
      const { ca, valid, seen, offer } = await offers(1);
      const { server, recorder } = await start({ tls: valid, offer });
      const agent = new Agent({ connect: { ca }, keepAliveTimeout: 60_000 });
      agents.push(agent);
      const call = (): Promise<number> =>
        request(server.origin, { dispatcher: agent }).then(async ({ statusCode, body }) => {
          await body.dump();
          return statusCode;
        });
      expect(await call()).toBe(200);
      server.closeIdle();
      await new Promise((resolve) => setTimeout(resolve, 20));
      await expect(call()).rejects.toThrow(/certificate|unable to verify/i);
      const [first, refused] = await recorder.count(2);
      expect(first?.view.certificateFaults).toBeUndefined();
      expect(refused?.view).toMatchObject({ method: '', aborted: 'tls-failure' });
      await expect.poll(seen).toEqual([expect.stringMatching(/^\S+ CN=Autorité inconnue$/)]);
    });

    it('attests it by the exchange of a client that goes on, once', async () => {
      const { valid, seen, offer } = await offers(0);
      const { server, recorder } = await start({ tls: valid, offer });
      const agent = new Agent({ connections: 1, connect: { rejectUnauthorized: false } });
      agents.push(agent);
      for (let index = 0; index < 2; index += 1) {
        const { statusCode, body } = await request(server.origin, { dispatcher: agent });
        await body.dump();
        expect(statusCode).toBe(200);
      }
      const [preuve] = await recorder.count(2);
      expect(preuve?.view.certificateFaults).toEqual(['test/stranger']);
      expect(seen()).toEqual([expect.stringMatching(/^p-1 /)]);
      await agent.destroy();
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(seen()).toHaveLength(1);
    });

    it('attests nothing to a client that left before it was shown', async () => {
      const { valid, seen, offer } = await offers(0);
      const { server, recorder } = await start({ tls: valid, offer });
      const socket = connectTcp(server.port, '127.0.0.1', () => socket.destroy());
      await recorder.count(1);
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(seen()).toEqual([]);
    });

    it('attests it to a client of TLS 1.2, which leaves once the handshake is over', async () => {
      const { ca, valid, seen, offer } = await offers(0);
      const { server, recorder } = await start({ tls: { ...valid, maxVersion: 'TLSv1.2' }, offer });
      const agent = new Agent({ connect: { ca } });
      agents.push(agent);
      await expect(request(server.origin, { dispatcher: agent })).rejects.toThrow(/certificate/i);
      const [refused] = await recorder.count(1);
      expect(refused?.view).toMatchObject({ aborted: 'tls-failure', certificateFaults: ['test/stranger'] });
      await expect.poll(seen).toHaveLength(1);
    });
  });
});
