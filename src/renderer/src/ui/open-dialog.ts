/** The dialog that is open above the page; one that is fading out no longer counts. */
export const openDialogElement = (): Element | null =>
  document.querySelector('[aria-modal="true"]:not([data-closing])');

export const isDialogOpen = (): boolean => openDialogElement() !== null;
