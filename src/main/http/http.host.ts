import { randomInt } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import staticFiles from '@fastify/static';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { ERRORS, type ErrorCode } from '../../shared/errors.ts';
import { translate } from '../../shared/messages/index.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { buildRouter, RpcContext } from '../rpc/router.ts';
import { describeApi } from './api-description.ts';
import { apiPage } from './api-page.ts';
import { COOKIE_FLAGS, callerOf } from './caller.ts';
import { isOwnHost, isOwnOrigin } from './origin-guard.ts';
import { localCertificate } from './tls.ts';

export interface HttpHostOptions {
  readonly port: number;
  readonly lan: boolean;
  readonly insecureHttp: boolean;
  readonly router: ReturnType<typeof buildRouter>;
  readonly clock: Clock;
  readonly log: Log;
  readonly dataDir: string;
  readonly rendererDir: string;
  readonly version: string;
  readonly shopExists: () => boolean;
  readonly setSetupCode: (code: string) => void;
}

export interface HttpHost {
  readonly url: string;
  /** To be shown where the program was started: what a caller from another machine needs for the first set-up. */
  readonly setupCode: string | null;
  close(): Promise<void>;
}

/** A picture of 10 MB is the largest thing a page sends, as base64. */
const LARGEST_BODY = 15 * 1024 * 1024;
const SIGN_IN = /^\/api\/(session\/(signIn|signInWithPin|recover|approve)|setup\/(createShop|loadDemo))$/;

/** Opens the HTTP door: pages, API and live stream on one port, this machine only unless `lan`. */
export async function startHttpHost(options: HttpHostOptions): Promise<HttpHost> {
  const secure = options.lan && !options.insecureHttp;
  const app = await build(options, secure);
  const host = options.lan ? '0.0.0.0' : '127.0.0.1';
  await app.listen({ port: options.port, host });
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  const setupCode = options.lan && !options.shopExists() ? newSetupCode() : null;
  if (setupCode) options.setSetupCode(setupCode);
  return {
    url: `${secure ? 'https' : 'http'}://${options.lan ? lanAddress() : '127.0.0.1'}:${port}`,
    setupCode,
    close: () => app.close(),
  };
}

async function build(options: HttpHostOptions, secure: boolean): Promise<FastifyInstance> {
  const https = secure ? await localCertificate(options.dataDir, options.clock.nowMs()) : null;
  const app = Fastify({
    bodyLimit: LARGEST_BODY,
    forceCloseConnections: true,
    ...(https ? { https } : {}),
  } as { bodyLimit: number }) as unknown as FastifyInstance;
  await app.register(cookie);
  await app.register(helmet, securityHeaders(secure));
  await app.register(rateLimit, { global: false });
  app.addHook('onRequest', async (request, reply) => {
    if (!isOwnHost(request) || !isOwnOrigin(request))
      return refuse(reply, 'auth.originRefused', options.log, request.url);
  });
  app.setErrorHandler((error: FastifyError, request, reply) =>
    refuse(reply, httpErrorCode(error), options.log, request.url, error),
  );
  addApi(app, options, secure);
  await app.register(staticFiles, {
    root: options.rendererDir,
    maxAge: '1h',
    immutable: false,
    cacheControl: true,
  });
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' && !request.url.startsWith('/api') && !/\.[a-z0-9]+($|\?)/i.test(request.url);
    return isPage ? reply.sendFile('index.html') : refuse(reply, 'call.unknown', options.log, request.url);
  });
  return app;
}

function addApi(app: FastifyInstance, options: HttpHostOptions, secure: boolean): void {
  const handler = new OpenAPIHandler<RpcContext>(options.router);
  let description: Promise<object> | null = null;
  app.get('/api/openapi.json', async () => (description ??= describeApi(options.router, options.version)));
  app.get('/api', async (_request, reply) => reply.type('text/html; charset=utf-8').send(apiPage()));
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const caller = callerOf(request, reply, COOKIE_FLAGS(secure));
    const { matched } = await handler.handle(request, reply, { prefix: '/api', context: { caller } });
    if (!matched) await refuse(reply, 'call.unknown', options.log, request.url);
  };
  const limit = {
    max: 30,
    timeWindow: '1 minute',
    allowList: (request: FastifyRequest) => !SIGN_IN.test(request.url),
  };
  app.all('/api/*', { config: { rateLimit: limit } }, answer);
}

/** Fastify's own refusals, in the closed list's words. */
function httpErrorCode(error: FastifyError): ErrorCode {
  if (error.statusCode === 413) return 'input.tooLarge';
  if (error.statusCode === 429) return 'auth.throttled';
  return error.statusCode !== undefined && error.statusCode < 500 ? 'input.invalid' : 'internal';
}

function refuse(
  reply: FastifyReply,
  code: ErrorCode,
  log: Log,
  where: string,
  error?: unknown,
): FastifyReply {
  const data = code === 'internal' ? { logId: log.bug(where, error) } : {};
  const { status, retryable, severity } = ERRORS[code];
  return reply.code(status).send({
    defined: false,
    code,
    status,
    message: translate('en', `errors:${code}`),
    data: { ...data, retryable, severity },
  });
}

function securityHeaders(secure: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        // The camera's code reader is WebAssembly, a file of our own; this allows compiling it and no eval.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        // The component library writes style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        mediaSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' as const },
  };
}

function newSetupCode(): string {
  return Array.from({ length: 3 }, () => String(randomInt(10_000)).padStart(4, '0')).join('-');
}

function lanAddress(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses.find((address) => address.family === 'IPv4' && !address.internal)?.address ?? '127.0.0.1';
}
