import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../context.ts';

const SESSION_COOKIE = 'tillwise_session';
const DEVICE_COOKIE = 'tillwise_device';
const DEVICE_HEADER = 'x-tillwise-device';
const DEVICE_COOKIE_SECONDS = 400 * 24 * 60 * 60;

/** Scripts cannot read these cookies, and no other site's page can send them. */
export const COOKIE_FLAGS = (secure: boolean) => ({
  httpOnly: true,
  sameSite: 'strict' as const,
  path: '/api',
  secure,
});

/** Who speaks: programs bring `Authorization: Bearer` and a device header, browsers bring cookies. */
export function callerOf(
  request: FastifyRequest,
  reply: FastifyReply,
  flags: ReturnType<typeof COOKIE_FLAGS>,
): Caller {
  const bearer = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
  const deviceHeader = request.headers[DEVICE_HEADER];
  const setCookie = (name: string, token: string | null, maxAge?: number): void => {
    if (token === null) void reply.clearCookie(name, flags);
    else void reply.setCookie(name, token, maxAge ? { ...flags, maxAge } : flags);
  };
  return {
    door: bearer || deviceHeader ? 'program' : 'browser',
    local: isLoopback(request.ip),
    address: request.ip,
    sessionToken: bearer ?? request.cookies[SESSION_COOKIE] ?? null,
    deviceToken: (typeof deviceHeader === 'string' ? deviceHeader : request.cookies[DEVICE_COOKIE]) ?? null,
    setSession: (token) => setCookie(SESSION_COOKIE, token),
    setDevice: (token) => setCookie(DEVICE_COOKIE, token, DEVICE_COOKIE_SECONDS),
  };
}

export function isLoopback(ip: string): boolean {
  return ip === '::1' || ip.startsWith('127.') || ip.startsWith('::ffff:127.');
}
