import type { Page } from '@playwright/test';

/** What people read on a page, piece by piece: text in sight, names for those who hear, placeholders. A part that says
 *  its own language (`lang`), as a receipt does, is left out. */
export async function readPage(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const pieces = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const hidden =
        !element || element.closest('script, style, noscript, [aria-hidden="true"], body [lang]') !== null;
      if (!hidden && element.checkVisibility()) pieces.add(node.textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], img[alt]'))
      for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
        pieces.add(element.getAttribute(name) ?? '');
    return [...pieces].map((piece) => piece.trim()).filter((piece) => piece !== '');
  });
}
