import type { Attempt } from './attempt.ts';

/** The state of each named permission as the page is told. */
const permissionNames = [
  'background-sync',
  'camera',
  'clipboard-read',
  'clipboard-write',
  'geolocation',
  'idle-detection',
  'local-fonts',
  'microphone',
  'midi',
  'notifications',
  'payment-handler',
  'persistent-storage',
  'screen-wake-lock',
  'storage-access',
  'window-management',
];

const deviceKinds = ['bluetooth', 'hid', 'serial', 'usb'];

/** Asking for what a till page never needs. Each is made with a user's gesture, so that only the refusal stops it. */
export const permissionAttempts: readonly Attempt[] = [
  ...permissionNames.map((word) => ({
    name: `permission state of ${word}`,
    word,
    run: async ({ word: name }: { word: string }) => {
      const { state } = await navigator.permissions.query({ name: name as PermissionName });
      return state === 'granted' ? state : null;
    },
  })),
  ...deviceKinds.map((word) => ({
    name: `choosing a ${word} device`,
    word,
    run: async ({ word: kind }: { word: string }) => {
      const api = Reflect.get(navigator, kind) as Record<string, (options: object) => Promise<unknown>>;
      const options = kind === 'bluetooth' ? { acceptAllDevices: true } : { filters: [] };
      const chosen = await (kind === 'serial'
        ? api['requestPort']?.(options)
        : api['requestDevice']?.(options));
      return Array.isArray(chosen) && chosen.length === 0 ? null : chosen && 'chosen';
    },
  })),
  {
    name: 'position',
    run: () =>
      new Promise((done) => {
        navigator.geolocation.getCurrentPosition(
          () => done('position'),
          () => done(null),
          { timeout: 1_500 },
        );
      }),
  },
  {
    name: 'notifications',
    run: async () => ((await Notification.requestPermission()) === 'granted' ? 'granted' : null),
  },
  { name: 'camera', run: async () => (await navigator.mediaDevices.getUserMedia({ video: true })).id },
  { name: 'microphone', run: async () => (await navigator.mediaDevices.getUserMedia({ audio: true })).id },
  { name: 'screen recording', run: async () => (await navigator.mediaDevices.getDisplayMedia()).id },
  {
    name: 'names of devices',
    run: async () =>
      (await navigator.mediaDevices.enumerateDevices()).map(({ label }) => label).join('') || null,
  },
  { name: 'MIDI', run: async () => (await navigator.requestMIDIAccess({ sysex: true })) && 'granted' },
  { name: 'clipboard reading', run: async () => `read: ${await navigator.clipboard.readText()}` },
  {
    name: 'clipboard writing',
    run: async () => {
      await navigator.clipboard.writeText('x');
      return 'written';
    },
  },
  {
    name: 'full screen',
    run: async () => {
      // Refused, the promise stays open for ever.
      void document.documentElement.requestFullscreen().catch(() => undefined);
      await new Promise((resume) => setTimeout(resume, 500));
      return document.fullscreenElement === null ? null : 'full screen';
    },
  },
  {
    name: 'pointer lock',
    run: async () => {
      document.body.requestPointerLock();
      await new Promise((resume) => setTimeout(resume, 300));
      return document.pointerLockElement === null ? null : 'locked';
    },
  },
  {
    name: 'persistent storage',
    run: async () => ((await navigator.storage.persist()) ? 'persistent' : null),
  },
];
