import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { protocol } from 'electron';

/** The page's address. A scheme of our own, because file:// may read the whole disk. */
export const appOrigin = 'app://tillwise';

/** Everything the page may load comes from the application itself. `style-src` needs 'unsafe-inline' because the
 *  component library writes style attributes; without inline scripts that cannot run code. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const securityHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), bluetooth=()',
  'cache-control': 'no-cache',
};

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.wav': 'audio/wav',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    // codeCache: what V8 made of the page's scripts is kept beside the profile, as it is for pages from a network.
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the files of `rendererDir`, and index.html for the routes inside the page (names without an ending). */
export function serveAppProtocol(rendererDir: string): void {
  protocol.handle('app', (request) => answer(request, rendererDir));
}

async function answer(request: Request, rendererDir: string): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  const url = new URL(request.url);
  if (url.protocol !== 'app:' || url.host !== 'tillwise') return refuse(404);
  const name = safeFileName(url.pathname);
  if (name === null) return refuse(400);
  const file = extname(name) === '' ? 'index.html' : name;
  const content = await readInside(rendererDir, file);
  const type = contentTypes[extname(file)];
  if (content === null || type === undefined) return refuse(404);
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(content), {
    headers: { ...securityHeaders, 'content-type': type },
  });
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: securityHeaders });
}

/** The plain file names our build makes and nothing else: no escapes left over, dots or separators to climb with.
 *  Null for every other path. */
export function safeFileName(pathname: string): string | null {
  const segments = pathname.split('/').filter((segment) => segment !== '');
  const plain = segments.every((segment) => /^[\w@-][\w@.-]*$/.test(segment) && !segment.includes('..'));
  return plain ? segments.join('/') : null;
}

/** Null when there is no such file, or when a link leads out of the folder. */
async function readInside(folder: string, name: string): Promise<Buffer | null> {
  try {
    const root = await realpath(folder);
    const path = await realpath(join(root, name));
    return path.startsWith(root + sep) ? await readFile(path) : null;
  } catch {
    return null;
  }
}
