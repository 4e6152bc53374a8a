import { hostname, networkInterfaces } from 'node:os';
import type { FastifyRequest } from 'fastify';

/** The Host header names this machine: a name of someone else's that points here (DNS rebinding) is refused. */
export function isOwnHost(request: FastifyRequest): boolean {
  const host = (request.headers.host ?? '')
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
  return ownNames().has(host);
}

/** A browser says where a page came from; only our own pages may call. Programs send no Origin. */
export function isOwnOrigin(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site') return request.method === 'GET' && !request.url.startsWith('/api/');
  const origin = request.headers.origin;
  if (origin === undefined) return true;
  return origin === `${request.protocol}://${request.headers.host}`;
}

function ownNames(): ReadonlySet<string> {
  const addresses = Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).map((entry) => entry.address),
  );
  const name = hostname().toLowerCase();
  return new Set(['localhost', '127.0.0.1', '::1', name, `${name}.local`, ...addresses]);
}
