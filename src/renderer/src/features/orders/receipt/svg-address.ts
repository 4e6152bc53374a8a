/** A picture as an address for <img>, which runs no script, whatever the SVG holds. */
export const svgAddress = (svg: string): string =>
  `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
