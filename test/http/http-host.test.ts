import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmptyShop, type TestShop } from '../helpers/open-shop.ts';
import { openReadyShop } from '../helpers/ready-shop.ts';

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
}

interface Ask {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** fetch() may not set Host or Origin; this may. */
function ask(base: string, { path, method = 'POST', headers = {}, body }: Ask): Promise<Answer> {
  const url = new URL(base);
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const outgoing = send(
      url,
      {
        path,
        method,
        headers: { 'content-type': 'application/json', ...headers },
        rejectUnauthorized: false,
      },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(pieces).toString(),
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

const codeOf = (answer: Answer): string => (JSON.parse(answer.text) as { code: string }).code;

describe('the HTTP door', () => {
  let shop: TestShop;
  let url: string;

  beforeAll(async () => {
    shop = await openEmptyShop();
    ({ url } = await shop.engine.serveHttp({ port: 0, lan: false, insecureHttp: false }));
  });
  afterAll(() => shop.close());

  const status = (headers: Record<string, string> = {}, body = '{}') =>
    ask(url, { path: '/api/setup/status', headers, body });

  it('answers this machine only', () => {
    expect(new URL(url).hostname).toBe('127.0.0.1');
  });

  it('answers a call with JSON', async () => {
    const answer = await status();
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({ state: 'new' });
  });

  it('refuses a name of someone else’s that points here (DNS rebinding)', async () => {
    const answer = await status({ host: 'shop.attacker.example' });
    expect([answer.status, codeOf(answer)]).toEqual([403, 'auth.originRefused']);
  });

  it.each(['https://attacker.example', 'null', 'http://127.0.0.1:1', 'https://127.0.0.1'])(
    'refuses a page from %s',
    async (origin) => {
      const answer = await status({ origin });
      expect([answer.status, codeOf(answer)]).toEqual([403, 'auth.originRefused']);
    },
  );

  it('answers its own page', async () => {
    expect((await status({ origin: url })).status).toBe(200);
  });

  it('refuses a request another site made the browser send', async () => {
    expect((await status({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it.each(['{', '', '[1', 'null', '"text"', '{"a":1}'])(
    'refuses the body %s with the closed code',
    async (body) => {
      const answer = await status({}, body);
      expect([answer.status, codeOf(answer)]).toEqual([400, 'input.invalid']);
    },
  );

  it('refuses a form', async () => {
    const answer = await status({ 'content-type': 'application/x-www-form-urlencoded' }, 'a=1');
    expect(answer.status).toBe(400);
    expect(codeOf(answer)).toBe('input.invalid');
  });

  it('refuses a body of more than 15 MB', async () => {
    const answer = await status({}, `{"text":"${'x'.repeat(16 * 1024 * 1024)}"}`);
    expect([answer.status, codeOf(answer)]).toEqual([413, 'input.tooLarge']);
  });

  it('knows no other calls', async () => {
    const answer = await ask(url, { path: '/api/sale/stealEverything', body: '{}' });
    expect([answer.status, codeOf(answer)]).toEqual([404, 'call.unknown']);
  });

  it.each(['/api/setup/status', '/api/sale/complete'])('makes no call by GET: %s', async (path) => {
    expect((await ask(url, { path, method: 'GET' })).status).toBe(404);
  });

  it('limits how fast anyone may try to sign in', async () => {
    const body = JSON.stringify({ username: 'nobody', password: 'x', commandId: 'bad' });
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => ask(url, { path: '/api/session/signIn', body })),
    );
    const refused = answers.filter(({ status: code }) => code === 429);
    expect(refused.length).toBeGreaterThanOrEqual(30);
    expect(codeOf(refused[0] as Answer)).toBe('auth.throttled');
  });

  it('sends the security headers with every answer', async () => {
    const { headers } = await status();
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
  });

  it('describes every call as OpenAPI 3.1 and as a page to read offline', async () => {
    const description = JSON.parse((await ask(url, { path: '/api/openapi.json', method: 'GET' })).text) as {
      openapi: string;
      paths: Record<string, unknown>;
    };
    expect(description.openapi).toMatch(/^3\.1/);
    expect(Object.keys(description.paths)).toContain('/sale/scanBarcode');
    const page = await ask(url, { path: '/api', method: 'GET' });
    expect(page.text).toContain('sale.scanBarcode');
    expect(page.text).not.toMatch(/https?:\/\/(?!127)/);
  });

  it('gives no file outside the page’s folder', async () => {
    for (const path of [
      '/../tillwise.db',
      '/%2e%2e/tillwise.db',
      '/..%2ftillwise.db',
      '//etc/passwd',
      '/tillwise.db',
    ]) {
      const answer = await ask(url, { path, method: 'GET' });
      expect(answer.text).not.toContain('SQLite format');
      expect(answer.text).not.toContain('root:');
    }
  });
});

describe('a program whose knowledge is old', () => {
  it('hears 409 and what to do: the same call may work once it has looked again', async () => {
    const { shop, owner, addProduct } = await openReadyShop();
    const { url } = await shop.engine.serveHttp({ port: 0, lan: false, insecureHttp: false });
    const product = await addProduct(owner, { name: 'Tea' });
    const body = (expectedVersion: number) =>
      JSON.stringify({ commandId: randomUUID(), id: product.id, expectedVersion, status: 'archived' });
    const headers = {
      authorization: `Bearer ${owner.sessionToken}`,
      'x-tillwise-device': owner.deviceToken ?? '',
    };
    const archive = (version: number) =>
      ask(url, { path: '/api/product/setStatus', headers, body: body(version) });
    expect((await archive(product.version)).status).toBe(200);
    const late = await archive(product.version);
    expect(late.status).toBe(409);
    expect(JSON.parse(late.text)).toMatchObject({
      code: 'version.conflict',
      status: 409,
      data: { retryable: true, severity: 'warning' },
    });
    // Under an id that another act has, it is no conflict of versions, and asking again is no use.
    const used = JSON.parse(body(product.version)) as { commandId: string };
    const twice = (status: string) =>
      ask(url, { path: '/api/product/setStatus', headers, body: JSON.stringify({ ...used, status }) });
    await twice('active');
    const reused = await twice('archived');
    expect([reused.status, codeOf(reused)]).toEqual([409, 'command.reused']);
    await shop.close();
  });
});

describe('the HTTP door on the shop’s network', () => {
  it('speaks TLS with its own certificate, and keeps it', async () => {
    const shop = await openEmptyShop();
    const first = await shop.engine.serveHttp({ port: 0, lan: true, insecureHttp: false });
    expect(first.url).toMatch(/^https:/);
    const answer = await ask(first.url, { path: '/api/setup/status', body: '{}' });
    expect(answer.status).toBe(200);
    expect(answer.headers['strict-transport-security']).toBeDefined();
    await shop.close();
  });

  it('speaks plain HTTP there only when told so in so many words', async () => {
    const shop = await openEmptyShop();
    const host = await shop.engine.serveHttp({ port: 0, lan: true, insecureHttp: true });
    expect(host.url).toMatch(/^http:/);
    await shop.close();
  });

  it('prints a one-time code for the first set-up from another machine', async () => {
    const shop = await openEmptyShop();
    const host = await shop.engine.serveHttp({ port: 0, lan: true, insecureHttp: true });
    expect(host.setupCode).toMatch(/^\d{4}-\d{4}-\d{4}$/);
    await shop.close();
  });
});
