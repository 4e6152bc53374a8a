import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';

const VALID_DAYS = 825;

/** The shop's own certificate for its network, made once per set of addresses and kept beside the data. */
export async function localCertificate(
  dataDir: string,
  nowMs: number,
): Promise<{ key: string; cert: string }> {
  const folder = join(dataDir, 'tls');
  const names = [...new Set([hostname(), 'localhost', '127.0.0.1', ...lanAddresses()])].sort();
  const file = join(folder, 'certificate.json');
  const stored = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as StoredCertificate) : null;
  if (stored && stored.names.join() === names.join() && stored.endsAtMs > nowMs) return stored;
  const { generate } = await import('selfsigned');
  const made = await generate([{ name: 'commonName', value: hostname() }], {
    keySize: 2048,
    algorithm: 'sha256',
    notBeforeDate: new Date(nowMs - 3_600_000),
    notAfterDate: new Date(nowMs + VALID_DAYS * 86_400_000),
    extensions: [{ name: 'subjectAltName', altNames: names.map(altName) }],
  });
  const fresh: StoredCertificate = {
    names,
    endsAtMs: nowMs + VALID_DAYS * 86_400_000,
    key: made.private,
    cert: made.cert,
  };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify(fresh), { mode: 0o600 });
  return fresh;
}

interface StoredCertificate {
  readonly names: readonly string[];
  readonly endsAtMs: number;
  readonly key: string;
  readonly cert: string;
}

function lanAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).filter((entry) => entry.family === 'IPv4').map((entry) => entry.address),
  );
}

/** X.509 name types: 2 = DNS name, 7 = IP address. */
function altName(name: string) {
  return /^[\d.]+$/.test(name) ? { type: 7 as const, ip: name } : { type: 2 as const, value: name };
}
