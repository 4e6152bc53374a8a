import type { Attempt } from './attempt.ts';

/** Reaching Node or Electron, and running code that did not come with the app. Where the page's policy is the guard
 *  the attempt first waits a turn: code run directly by the test's debugger connection is excused from it. */
export const codeAttempts: readonly Attempt[] = [
  { name: 'require', run: () => ('require' in globalThis ? 'require' : null) },
  { name: 'process', run: () => ('process' in globalThis ? 'process' : null) },
  { name: 'module', run: () => ('module' in globalThis ? 'module' : null) },
  { name: 'Buffer', run: () => ('Buffer' in globalThis ? 'Buffer' : null) },
  { name: 'global', run: () => ('global' in globalThis ? 'global' : null) },
  {
    name: 'ipcRenderer or contextBridge as a global',
    run: () => ['ipcRenderer', 'contextBridge', 'electron'].find((name) => name in globalThis) ?? null,
  },
  {
    name: 'import of node:fs',
    run: async () => {
      const name = 'node:fs';
      return Object.keys(await import(/* @vite-ignore */ name)).join();
    },
  },
  {
    name: 'import of electron',
    run: async () => {
      const name = 'electron';
      return Object.keys(await import(/* @vite-ignore */ name)).join();
    },
  },
  {
    name: 'eval',
    run: async () => {
      await new Promise((resume) => setTimeout(resume, 0));
      // biome-ignore lint/security/noGlobalEval: that it fails is the test
      return globalThis.eval('"evaluated"');
    },
  },
  {
    name: 'new Function',
    run: async () => {
      await new Promise((resume) => setTimeout(resume, 0));
      return new Function('return "made"')();
    },
  },
  {
    name: 'setTimeout with text',
    run: async () => {
      await new Promise((resume) => setTimeout(resume, 0));
      setTimeout('globalThis.escapedByTimer = "ran"' as unknown as () => void, 0);
      await new Promise((resume) => setTimeout(resume, 50));
      return Reflect.get(globalThis, 'escapedByTimer') ?? null;
    },
  },
  {
    name: 'WebAssembly',
    run: async () => {
      await new Promise((resume) => setTimeout(resume, 0));
      await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
      return 'compiled';
    },
  },
  {
    name: 'inline script element',
    run: async () => {
      await new Promise((resume) => setTimeout(resume, 0));
      const script = document.createElement('script');
      script.textContent = 'globalThis.escapedInline = "ran"';
      document.head.append(script);
      return Reflect.get(globalThis, 'escapedInline') ?? null;
    },
  },
  {
    name: 'event handler in markup',
    run: async () => {
      const box = document.createElement('div');
      box.innerHTML = '<img src="data:image/png;base64,x" onerror="globalThis.escapedHandler = \'ran\'">';
      document.body.append(box);
      await new Promise((resume) => setTimeout(resume, 200));
      box.remove();
      return Reflect.get(globalThis, 'escapedHandler') ?? null;
    },
  },
  {
    name: 'script from a data: address',
    run: async () => {
      const script = document.createElement('script');
      script.src = 'data:text/javascript,globalThis.escapedData="ran"';
      document.head.append(script);
      await new Promise((resume) => setTimeout(resume, 200));
      return Reflect.get(globalThis, 'escapedData') ?? null;
    },
  },
  {
    name: 'script from a blob: address',
    run: async () => {
      const script = document.createElement('script');
      script.src = URL.createObjectURL(
        new Blob(['globalThis.escapedBlob="ran"'], { type: 'text/javascript' }),
      );
      document.head.append(script);
      await new Promise((resume) => setTimeout(resume, 200));
      return Reflect.get(globalThis, 'escapedBlob') ?? null;
    },
  },
  {
    name: 'script from elsewhere',
    run: async ({ canary }) => {
      const script = document.createElement('script');
      script.src = `${canary}/script.js`;
      document.head.append(script);
      await new Promise((resume) => setTimeout(resume, 300));
      return Reflect.get(globalThis, 'escapedRemote') ?? null;
    },
  },
  {
    name: 'import from elsewhere',
    run: async ({ canary }) => (await import(`${canary}/script.js`)) && 'imported',
  },
  {
    name: 'javascript: address by location',
    run: async () => {
      await new Promise((resume) => setTimeout(resume, 0));
      location.href = 'javascript:void(globalThis.escapedLocation="ran")';
      await new Promise((resume) => setTimeout(resume, 200));
      return Reflect.get(globalThis, 'escapedLocation') ?? null;
    },
  },
  {
    name: 'javascript: address by a link',
    run: async () => {
      const link = document.createElement('a');
      link.href = 'javascript:void(globalThis.escapedLink="ran")';
      document.body.append(link);
      link.click();
      await new Promise((resume) => setTimeout(resume, 200));
      link.remove();
      return Reflect.get(globalThis, 'escapedLink') ?? null;
    },
  },
  {
    name: 'frame with its own markup',
    run: async () => {
      const frame = document.createElement('iframe');
      frame.srcdoc = '<script>parent.escapedFrame = "ran"</script>';
      document.body.append(frame);
      await new Promise((resume) => setTimeout(resume, 300));
      frame.remove();
      return Reflect.get(globalThis, 'escapedFrame') ?? null;
    },
  },
  {
    name: 'worker from a blob',
    run: () =>
      new Promise((done) => {
        const source = 'postMessage(typeof require + typeof process)';
        const worker = new Worker(URL.createObjectURL(new Blob([source])));
        worker.onmessage = (event) => done(event.data);
        worker.onerror = () => done(null);
      }),
  },
  {
    name: 'worker from a data: address',
    run: () =>
      new Promise((done) => {
        const worker = new Worker('data:text/javascript,postMessage("ran")');
        worker.onmessage = (event) => done(event.data);
        worker.onerror = () => done(null);
      }),
  },
  {
    name: 'shared worker from a blob',
    run: () =>
      new Promise((done) => {
        const source = 'onconnect = (event) => event.ports[0].postMessage("ran")';
        const worker = new SharedWorker(URL.createObjectURL(new Blob([source])));
        worker.port.onmessage = (event) => done(event.data);
        worker.onerror = () => done(null);
      }),
  },
  {
    name: 'service worker',
    run: async () => (await navigator.serviceWorker.register('/service-worker.js')) && 'registered',
  },
  {
    name: 'webview element',
    run: async ({ canary }) => {
      const view = document.createElement('webview');
      view.setAttribute('src', canary);
      view.setAttribute('nodeintegration', '');
      document.body.append(view);
      await new Promise((resume) => setTimeout(resume, 300));
      const attached = 'getWebContentsId' in view;
      view.remove();
      return attached ? 'attached' : null;
    },
  },
];
