import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Only the two ends Mantine computes contrast from; every visible colour is a token (tokens.css). */
const ACCENT: MantineColorsTuple = [
  '#e2f1ef',
  '#c4e4e0',
  '#9dd5ce',
  '#5fe0d0',
  '#2dd4bf',
  '#14b8a6',
  '#0d9488',
  '#0f766e',
  '#0c635c',
  '#0a4f4a',
];

/** Mantine's own names pointed at our tokens, so that what we borrow looks like what we made. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font)',
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  colors: { accent: ACCENT },
  defaultRadius: 8,
  cursorType: 'pointer',
  // menus and dialogs open inside a landmark of the page, so that nobody meets content outside one
  components: { Portal: { defaultProps: { target: '#overlays' } } },
  respectReducedMotion: true,
  focusRing: 'auto',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  spacing: { xs: '4px', sm: '8px', md: '16px', lg: '24px', xl: '32px' },
});

const NAMES = {
  '--mantine-color-body': 'var(--background)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-placeholder': 'var(--muted)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-anchor': 'var(--accent-ink)',
  '--mantine-color-error': 'var(--danger-ink)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--muted)',
};

/** Gives both schemes the same mapping; the tokens themselves change with the scheme. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: NAMES,
  dark: NAMES,
});
