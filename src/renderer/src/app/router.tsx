import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  Outlet,
  useLocation,
  useMatches,
  useNavigate,
  useRouter,
} from '@tanstack/react-router';
import { useEffect } from 'react';
import { NumberDoubt } from '../features/session/number-doubt.tsx';
import { BareFrame, ScreenOutlet } from './bare-frame.tsx';
import { NotFoundScreen, NowhereScreen, ScreenCrash } from './error-boundary.tsx';
import { ManageFrame } from './manage-frame.tsx';
import { GALLERY_ROUTES, ROUTES, type RouteEntry } from './routes.tsx';
import { SellFrame } from './sell-frame.tsx';
import { allows, useShell } from './shell-state.ts';

const FRAMES = { sell: SellFrame, manage: ManageFrame, bare: BareFrame, none: ScreenOutlet } as const;

const rootRoute = createRootRoute({ component: Gate, notFoundComponent: NowhereScreen });

/** Sends everything to set-up or sign-in while that is needed. */
function Gate() {
  const gatePath = useShell((state) => state.gatePath);
  const { pathname } = useLocation();
  // While a page is on its way the one before is still shown; behind a closed gate it must not be.
  const shownPath = useMatches({ select: (matches) => matches.at(-1)?.pathname });
  const navigate = useNavigate();
  const router = useRouter();
  const isAtGate = gatePath !== null && shownPath === gatePath;
  const isElsewhere = gatePath !== null && pathname !== gatePath;
  useEffect(() => {
    if (gatePath !== null && isElsewhere) void navigate({ to: gatePath, replace: true });
  }, [gatePath, isElsewhere, navigate]);
  // Most who sign in sell: the till's code comes while they type their PIN.
  useEffect(() => {
    if (isAtGate) void router.preloadRoute({ to: '/sell' });
  }, [isAtGate, router]);
  if (gatePath !== null) return isAtGate ? <Outlet /> : null;
  return (
    <>
      <Outlet />
      <NumberDoubt />
    </>
  );
}

function Guarded({ entry, screen: Screen }: { entry: RouteEntry; screen: React.ComponentType }) {
  const permissions = useShell((state) => state.permissions);
  return allows(permissions, entry.permission) ? <Screen /> : <NotFoundScreen />;
}

function frameRoute(frame: keyof typeof FRAMES) {
  const layout = createRoute({ getParentRoute: () => rootRoute, id: frame, component: FRAMES[frame] });
  const children = [...ROUTES, ...GALLERY_ROUTES]
    .filter((entry) => entry.frame === frame)
    .map((entry) => {
      // The router fetches a screen's code before it goes there. Left to React, every first visit would show grey
      // shapes for 300 ms, its least time between one state of loading and the next.
      const screen = lazyRouteComponent(entry.screen);
      const guarded = () => <Guarded entry={entry} screen={screen} />;
      const component = Object.assign(guarded, { preload: async () => screen.preload?.() });
      return createRoute({ getParentRoute: () => layout, path: entry.path, component });
    });
  return layout.addChildren(children);
}

/** The first screen this person may open; the first of the list, usually. */
function Start() {
  const permissions = useShell((state) => state.permissions);
  const first = [...ROUTES, ...GALLERY_ROUTES].find(
    (entry) => entry.frame !== 'bare' && allows(permissions, entry.permission),
  );
  return <Navigate to={first?.path ?? '/gallery'} replace />;
}

const startRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: Start });

/** Addresses live behind the hash: the same file serves app:// and http. */
export function createAppRouter() {
  return createRouter({
    routeTree: rootRoute.addChildren([
      startRoute,
      frameRoute('sell'),
      frameRoute('manage'),
      frameRoute('bare'),
      frameRoute('none'),
    ]),
    history: createHashHistory(),
    defaultErrorComponent: ScreenCrash,
    defaultNotFoundComponent: NowhereScreen,
    defaultPreload: 'intent',
  });
}
