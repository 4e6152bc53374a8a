/** The rows of a well-formed CSV text, heading left out: our own files, not a customer's. */
export function* csvRows(text: string): Generator<string[]> {
  let at = text.indexOf('\n') + 1;
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      const [cell, next] = text[at] === '"' ? quoted(text, at) : plain(text, at);
      row.push(cell);
      at = next + 1;
      if (text[next] !== ',') break;
    }
    yield row;
  }
}

function plain(text: string, from: number): [string, number] {
  let end = from;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n') end += 1;
  return [text.slice(from, end), end];
}

function quoted(text: string, from: number): [string, number] {
  let end = from + 1;
  while (text[end] !== '"' || text[end + 1] === '"') end += text[end] === '"' ? 2 : 1;
  return [text.slice(from + 1, end).replaceAll('""', '"'), end + 1];
}
