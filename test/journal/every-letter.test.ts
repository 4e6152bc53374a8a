import { describe, expect, it } from 'vitest';
import { forge, HONEST, verify } from './forge.ts';

describe('the verifier', () => {
  it('sees every single letter changed anywhere, at its receipt or at the one after a receipt without signature', () => {
    const honest = forge(HONEST);
    let changes = 0;
    for (const [index, jws] of honest.entries()) {
      for (let at = 0; at < jws.length; at += 1) {
        const letter = jws[at] === 'A' ? 'B' : 'A';
        const changed = honest.with(index, jws.slice(0, at) + letter + jws.slice(at + 1));
        const verdict = verify(changed);
        const position = verdict.ok || verdict.error.code !== 'badReceipt' ? null : verdict.error.position;
        expect([index + 1, index === 5 ? 7 : index + 1]).toContain(position);
        changes += 1;
      }
    }
    expect(changes).toBe(honest.join('').length);
    expect(changes).toBeGreaterThan(1900);
  });
});
