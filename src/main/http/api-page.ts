import * as z from 'zod';
import { type Call, listCalls } from '../../shared/contract/index.ts';

/** The API as one page to read: no script, no network, works offline. */
export function apiPage(): string {
  const sections = new Map<string, string[]>();
  for (const [name, call] of listCalls()) {
    const feature = name.split('.')[0] as string;
    sections.set(feature, [...(sections.get(feature) ?? []), describe(name, call)]);
  }
  const body = [...sections]
    .map(([feature, calls]) => `<h2 id="${feature}">${feature}</h2>${calls.join('')}`)
    .join('');
  const nav = [...sections.keys()].map((feature) => `<a href="#${feature}">${feature}</a>`).join(' · ');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Tillwise API</title><style>${STYLE}</style>
<h1>Tillwise API</h1>
<p>Every call is <code>POST /api/&lt;feature&gt;/&lt;verbNoun&gt;</code> with a JSON body. Programs send <code>Authorization: Bearer &lt;session token&gt;</code>
and <code>x-tillwise-device: &lt;device token&gt;</code>. Commands take a <code>commandId</code> (UUID): a repeat answers what was answered first.
Errors are JSON with a closed <code>code</code>. Live changes: <code>GET /api/live/watch</code>. Machine-readable: <a href="/api/openapi.json">openapi.json</a>.</p>
<p>${nav}</p>${body}</html>`;
}

function describe(name: string, call: Call): string {
  return `<details><summary><code>${name}</code> <small>${call.kind} · ${call.access}${call.needsDevice ? ' · device' : ''}</small><br>${escapeHtml(call.summary)}</summary>
<h4>Input</h4><pre>${schema(call.input)}</pre><h4>Answer</h4><pre>${schema(call.output)}</pre>
<p>Errors: ${call.errors.map((code) => `<code>${code}</code>`).join(' ') || 'only the common ones'}</p></details>`;
}

function schema(type: z.ZodType): string {
  const { $schema: _dialect, ...readable } = z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' });
  return escapeHtml(JSON.stringify(readable, null, 1));
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

const STYLE = `:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h2{margin-top:2rem;text-transform:capitalize}details{border-top:1px solid #8884;padding:.5rem 0}summary{cursor:pointer}
pre{background:#8881;padding:.75rem;border-radius:8px;overflow:auto;font-size:13px;max-height:24rem}small{color:#888}`;
