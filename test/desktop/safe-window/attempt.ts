/** One try to get out of the window, made in the page as an injected script would make it. What it does outside the
 *  page (requests, windows, navigations, downloads) is watched from there. */
export type Attempt = ScriptAttempt | MarkupAttempt;

/** `run` is sent to the page as it stands, so it may use nothing from around it but what it is given. It answers what
 *  it got hold of, or null; a throw is a failure too. */
export interface ScriptAttempt {
  name: string;
  word?: string;
  run: (given: Given) => unknown;
}

export interface Given {
  /** Address of a server that counts whoever reaches it. */
  canary: string;
  word: string;
}

/** Markup that would load or send something as soon as it is in the document. */
export interface MarkupAttempt {
  name: string;
  markup: (canary: string) => string;
}
