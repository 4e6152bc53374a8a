const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Whether the text is a UUID (RFC 9562, versions 1 to 8) in its usual 36 characters. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
