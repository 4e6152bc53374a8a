import type { EngineOptions, HttpOptions } from './engine.ts';

/** What the window's process and the engine's process say to each other. Several page ports share the channel, told
 *  apart by `portId`; `data` is what oRPC put on the port, untouched. */
export type ToEngine =
  | { kind: 'open'; options: EngineOptions }
  | { kind: 'connect'; portId: number }
  | { kind: 'message'; portId: number; data: unknown }
  | { kind: 'disconnect'; portId: number }
  | { kind: 'serveHttp'; options: HttpOptions }
  | { kind: 'close' };

export type FromEngine =
  | { kind: 'opened' }
  | { kind: 'refused'; code: string; message: string }
  | { kind: 'message'; portId: number; data: unknown }
  | { kind: 'disconnect'; portId: number }
  | { kind: 'serving'; url: string; setupCode: string | null }
  | { kind: 'notServing'; message: string };
