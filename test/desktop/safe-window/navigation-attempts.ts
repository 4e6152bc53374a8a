import type { Attempt } from './attempt.ts';

/** Taking the window elsewhere, opening another, or getting a file onto the disk. */
export const navigationAttempts: readonly Attempt[] = [
  { name: 'window.open elsewhere', run: ({ canary }) => window.open(canary) && 'opened' },
  { name: 'window.open of our own page', run: () => window.open('/') && 'opened' },
  {
    name: 'window.open of an empty page',
    run: () => window.open('about:blank', '_blank', 'noopener=0') && 'opened',
  },
  { name: 'window.open of file:', run: () => window.open('file:///etc/passwd') && 'opened' },
  { name: 'opener', run: () => window.opener },
  {
    name: 'location elsewhere',
    run: ({ canary }) => {
      location.href = canary;
      return null;
    },
  },
  {
    name: 'location.replace to file:',
    run: () => {
      location.replace('file:///etc/passwd');
      return null;
    },
  },
  {
    name: 'location to data:',
    run: () => {
      location.assign('data:text/html,<h1>gone</h1>');
      return null;
    },
  },
  {
    name: 'location to blob:',
    run: () => {
      location.assign(URL.createObjectURL(new Blob(['<h1>gone</h1>'], { type: 'text/html' })));
      return null;
    },
  },
  {
    name: 'location to another app: host',
    run: () => {
      location.href = 'app://other/';
      return null;
    },
  },
  {
    name: 'location to a program on this computer',
    run: () => {
      location.href = 'mailto:someone@example.com';
      return null;
    },
  },
  {
    name: 'history entry of another origin',
    run: ({ canary }) => {
      history.pushState(null, '', canary);
      return location.href;
    },
  },
  {
    name: 'refresh by meta',
    markup: (canary) => `<meta http-equiv="refresh" content="0;url=${canary}/refresh">`,
  },
  { name: 'base element', markup: (canary) => `<base href="${canary}/"><img src="relative.png">` },
  {
    name: 'link clicked',
    run: ({ canary }) => {
      const link = document.createElement('a');
      link.href = `${canary}/link`;
      document.body.append(link);
      link.click();
      link.remove();
      return null;
    },
  },
  {
    name: 'link with a target',
    run: ({ canary }) => {
      const link = document.createElement('a');
      link.href = `${canary}/target`;
      link.target = '_blank';
      document.body.append(link);
      link.click();
      link.remove();
      return null;
    },
  },
  {
    name: 'link ping',
    run: ({ canary }) => {
      const link = document.createElement('a');
      link.href = '#here';
      link.ping = `${canary}/ping`;
      document.body.append(link);
      link.click();
      link.remove();
      return null;
    },
  },
  {
    name: 'form posted elsewhere',
    run: ({ canary }) => {
      const form = document.createElement('form');
      form.action = `${canary}/form`;
      form.method = 'post';
      document.body.append(form);
      form.submit();
      form.remove();
      return null;
    },
  },
  {
    name: 'form posted to a new window',
    run: ({ canary }) => {
      const form = document.createElement('form');
      form.action = `${canary}/form`;
      form.target = '_blank';
      document.body.append(form);
      form.submit();
      form.remove();
      return null;
    },
  },
  {
    name: 'download of a data: address',
    run: () => {
      const link = document.createElement('a');
      link.href = 'data:application/octet-stream,program';
      link.download = 'program.sh';
      link.click();
      return null;
    },
  },
  {
    name: 'download from elsewhere',
    run: ({ canary }) => {
      const link = document.createElement('a');
      link.href = `${canary}/program.exe`;
      link.download = 'program.exe';
      link.click();
      return null;
    },
  },
];
