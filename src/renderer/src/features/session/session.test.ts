// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { placeAfterSignIn, rememberPlace, useSession } from './session.ts';

const remembered = (path: string) => {
  useSession.setState({ returnPlace: null });
  rememberPlace(path, 'maya');
  return useSession.getState().returnPlace;
};

describe('where one lands after signing in', () => {
  it('is where one was before the till locked', () => {
    expect(placeAfterSignIn(remembered('/orders?state=open'), 'maya')).toBe('/orders?state=open');
  });

  it("is the start for somebody else: another person's page may not be theirs", () => {
    expect(placeAfterSignIn(remembered('/settings/shop'), 'carl')).toBe('/');
  });

  it('is the page opened before anyone was here', () => {
    expect(placeAfterSignIn({ staffId: null, path: '/products' }, 'carl')).toBe('/products');
  });

  it.each(['', '/', '/sign-in', '/setup'])('never is the gate itself (%s)', (path) => {
    expect(remembered(path)).toBeNull();
  });
});
