import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Bilingual } from '../domain/bilingual.ts';
import type { Operator } from '../domain/operator.ts';
import type { Action, PiloteAnswer, PiloteCall } from '../domain/pilote.ts';
import { attendedPilote } from './attended-pilote.ts';
import { browserPilote } from './browser-pilote.ts';
import { commandPilote } from './command-pilote.ts';
import { httpPilote } from './http-pilote.ts';
import { Navigator } from './navigator.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listening(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const action: Action = {
  id: 'x.faire',
  sentence: { fr: 'Faites {quoi}.', en: 'Do {quoi}.' },
  input: {},
  output: { properties: { connecte: { type: 'boolean' }, compte: { type: 'string' } } },
};

function call(input: PiloteCall['input'] = {}, deadline = 2000, observed?: Promise<void>): PiloteCall {
  return {
    action,
    input,
    signal: AbortSignal.timeout(deadline),
    ...(observed === undefined ? {} : { observed }),
  };
}

describe('httpPilote', () => {
  const asked = async (listener: RequestListener, deadline?: number): Promise<PiloteAnswer> => {
    const pilote = httpPilote({ url: await listening(listener) }, new Navigator([]));
    const answer = await pilote.call(call({ session: 's' }, deadline));
    await pilote.close();
    return answer;
  };

  it('posts the input to the action and returns its JSON', async () => {
    const answer = await asked((request, response) =>
      response.end(JSON.stringify({ url: request.url, method: request.method })),
    );
    expect(answer).toEqual({ kind: 'done', output: { url: '/actions/x.faire', method: 'POST' } });
  });

  it.each([
    [501, 'unsupported'],
    [404, 'unsupported'],
    [500, 'broken'],
    [302, 'broken'],
  ])('takes HTTP %i as %s', async (status, kind) => {
    const answer = await asked((_request, response) => response.writeHead(status).end('non'));
    expect(answer.kind).toBe(kind);
  });

  it('takes an answer that is not JSON, a hang-up and a hang as broken', async () => {
    expect(await asked((_request, response) => response.end('<html>'))).toMatchObject({ kind: 'broken' });
    expect(await asked((request) => request.socket.destroy())).toMatchObject({ kind: 'broken' });
    expect(await asked(() => undefined, 50)).toMatchObject({ kind: 'broken' });
  });

  it('plays the navigation with the cookies of the session and merges the JSON reached', async () => {
    const base = await listening((request, response) => {
      if (request.url === '/actions/x.faire')
        response.end(
          JSON.stringify({
            issue: 'reussie',
            navigation: { url: `http://${request.headers.host ?? ''}/login` },
          }),
        );
      else if (request.url === '/login')
        response.writeHead(302, { location: '/retour', 'set-cookie': 'sid=1; Path=/; HttpOnly' }).end();
      else
        response
          .setHeader('content-type', 'application/json')
          .end(JSON.stringify({ connecte: request.headers.cookie === 'sid=1' }));
    });
    const pilote = httpPilote({ url: base }, new Navigator([]));
    expect(await pilote.call(call({ session: 'a' }))).toMatchObject({
      output: { issue: 'reussie', connecte: true, page: { status: 200 } },
    });
    await pilote.close();
  });

  it('stops at a redirect loop', async () => {
    const base = await listening((request, response) => {
      if (request.method === 'POST')
        response.end(JSON.stringify({ navigation: { url: `http://${request.headers.host ?? ''}/a` } }));
      else response.writeHead(302, { location: '/a' }).end();
    });
    const pilote = httpPilote({ url: base }, new Navigator([]));
    expect(await pilote.call(call())).toMatchObject({
      kind: 'broken',
      message: expect.stringContaining('redirects') as string,
    });
    await pilote.close();
  });

  it('tells in the preflight that nothing answers', async () => {
    const pilote = httpPilote({ url: 'http://127.0.0.1:1/pilotage' }, new Navigator([]));
    const problems = await pilote.preflight([], AbortSignal.timeout(2000));
    expect(problems[0]).toMatchObject({ severity: 'blocking' });
    expect(problems[0]?.message.fr).toContain('127.0.0.1:1');
    await pilote.close();
  });

  it('refuses an address that is none', () => {
    expect(() => httpPilote({ url: 'pas une adresse' }, new Navigator([]))).toThrow(/pilote.url/);
  });
});

describe('commandPilote', () => {
  const asked = (script: string, deadline?: number): Promise<PiloteAnswer> =>
    commandPilote({ run: [process.execPath, '-e', script] }, new Navigator([])).call(
      call({ a: 1 }, deadline),
    );

  it('speaks JSON on standard input and output', async () => {
    const echo =
      'process.stdin.on("data", d => process.stdout.write(JSON.stringify({ got: JSON.parse(d) })))';
    expect(await asked(echo)).toEqual({
      kind: 'done',
      output: { got: { action: 'x.faire', input: { a: 1 } } },
    });
  });

  it.each([
    ['process.exit(69)', 'unsupported'],
    ['process.exit(1)', 'broken'],
    ['console.log("pas du JSON")', 'broken'],
  ])('%s is %s', async (script, kind) => expect((await asked(script)).kind).toBe(kind));

  it('kills a command that hangs, with its children', async () => {
    const hang =
      'require("child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]); setInterval(() => {}, 1000)';
    expect(await asked(hang, 300)).toMatchObject({ kind: 'broken' });
  });

  it('tells a missing program', async () => {
    const pilote = commandPilote({ run: ['/nulle/part'] }, new Navigator([]));
    expect(await pilote.call(call())).toMatchObject({ kind: 'broken' });
    expect(await pilote.preflight([], AbortSignal.timeout(1000))).toMatchObject([{ severity: 'blocking' }]);
  });
});

describe('attendedPilote', () => {
  const script = (
    answers: readonly (boolean | string | undefined)[],
  ): { readonly operator: Operator; readonly asked: Bilingual[] } => {
    const asked: Bilingual[] = [];
    const queue = [...answers];
    const next = (text: Bilingual): unknown => {
      asked.push(text);
      const answer = queue.shift();
      return answer === 'skip' || answer === 'abort' ? { kind: answer } : { kind: 'answer', value: answer };
    };
    const later = (text: Bilingual): Promise<never> => Promise.resolve(next(text) as never);
    return {
      asked,
      operator: { instruct: later, confirm: later, line: later },
    };
  };

  it('asks what eyes can see, and stops asking at a no', async () => {
    const no = script([false]);
    expect(await attendedPilote(no.operator).call(call({ quoi: 'ceci' }))).toEqual({
      kind: 'done',
      output: { connecte: false },
    });
    expect(no.asked[0]?.fr).toBe('Faites ceci.');
    const yes = script([true, 'c-1']);
    expect(await attendedPilote(yes.operator).call(call())).toEqual({
      kind: 'done',
      output: { connecte: true, compte: 'c-1' },
    });
  });

  it('asks nothing more when the traffic answers for the operator', async () => {
    const { operator, asked } = script([undefined]);
    expect(await attendedPilote(operator).call(call({}, 1000, Promise.resolve()))).toEqual({
      kind: 'done',
      output: {},
    });
    expect(asked).toHaveLength(1);
  });

  it('lets the operator skip, or stop the run', async () => {
    expect(await attendedPilote(script(['skip']).operator).call(call())).toEqual({ kind: 'skipped' });
    await expect(attendedPilote(script(['abort']).operator).call(call())).rejects.toThrow(
      'stopped by the operator',
    );
  });
});

describe('browserPilote', () => {
  it('tells in the preflight that Chromium or recordings are missing', async () => {
    const pilote = browserPilote({ executable: '/nulle/part/chromium', actions: {} });
    const problems = await pilote.preflight([action], AbortSignal.timeout(1000));
    expect(problems.map((problem) => problem.severity)).toEqual(['blocking', 'advice']);
    expect(await pilote.call(call())).toMatchObject({ kind: 'unsupported' });
  });
});
