const USERNAME = /^[a-z0-9._-]{2,40}$/;

export function isUsername(text: string): boolean {
  return USERNAME.test(text);
}

/** A user name from a person's name: first name, plain letters. `proposeUsername('Zoë Müller')` → `'zoe'` */
export function proposeUsername(name: string, taken: readonly string[] = [], fallback = 'staff'): string {
  const words = plain(name).split(' ').filter(Boolean);
  const [first = ''] = words;
  const wishes = [first, words.join('.'), fallback].map((wish) => wish.slice(0, 36)).filter(isUsername);
  const free = wishes.find((wish) => !taken.includes(wish));
  if (free) return free;
  const stem = wishes[0] ?? fallback;
  for (let number = 2; ; number += 1) if (!taken.includes(`${stem}${number}`)) return `${stem}${number}`;
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9._\s-]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
