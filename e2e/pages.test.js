// Every page that somebody in the village can reach: axe, one h1, nothing wider
// than the screen, light and dark, and no page heavier than 60 KB.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { browser, checked, somebody, village } from './kith.js';

let place, chrome;
before(async () => { place = await village(); chrome = await browser(); });
after(async () => { await chrome?.close(); await place?.close(); });

// Links that end something or lead to a form of one button are pages too; only
// POSTs change anything, and those are not followed.
async function walk(page, start, most) {
  const seen = new Set();
  const open = start.slice();
  while (open.length > 0 && seen.size < most) {
    const path = open.shift();
    if (seen.has(kind(path))) continue;
    seen.add(kind(path));
    const weight = await visit(page, path);
    assert.ok(weight <= limit(path), `${path} weighs ${weight} bytes`);
    await checked(page, path);
    const links = await page.locator('a[href^="/"]').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    open.push(...links.filter((l) => !l.startsWith('/assets/')));
  }
  return seen.size;
}

/** Uncompressed bytes, assets included. The page of all parts in all states is for those who build. */
function limit(path) {
  return (path.startsWith('/parts') ? 90 : 60) * 1024;
}

/** Pages of one kind need to be seen three times at most, not for each person. */
const times = new Map();
function kind(path) {
  const plain = path.split('#')[0].replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/\/people\/[^/?]+/, '/people/:handle').replace(/letters\/[^/?]+/, 'letters/:name').replace(/q=@[^&]+/, 'q=:handle');
  if (!plain.includes(':')) return plain;
  const n = (times.get(plain) ?? 0) + 1;
  times.set(plain, n);
  return n <= 3 ? `${plain} ${n}` : `${plain} 3`;
}

async function visit(page, path) {
  const sizes = [];
  const note = (r) => sizes.push(r.body().then((b) => b.length, () => 0));
  page.on('response', note);
  await page.goto(path);
  page.off('response', note);
  return (await Promise.all(sizes)).reduce((a, b) => a + b, 0);
}

const looks = [
  { name: 'wide, light', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: '320 px, dark', viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
];

for (const { name, ...options } of looks) {
  test(`every page of the village, ${name}`, { timeout: 1_200_000 }, async () => {
    times.clear();
    const visitor = await somebody(chrome, place.url, options);
    await walk(visitor.page, ['/', '/sign-in', '/jobs', '/how', '/parts', '/village'], 60);
    const people = await visitor.page.goto('/village').then(() => visitor.page.locator('form[action^="/village/be/"]').evaluateAll((all) => all.map((f) => f.getAttribute('action'))));
    assert.ok(people.length >= 4, 'one can be at least four people');
    let pages = 0;
    for (const action of people.slice(0, 4)) {
      times.clear();
      await visitor.page.goto('/village');
      await visitor.page.locator(`form[action="${action}"] button`).first().click();
      await visitor.page.waitForLoadState('load');
      pages += await walk(visitor.page, ['/', '/proposals', '/invitations', '/referrals', '/jobs', '/my-jobs', '/messages', '/profile', '/operator'], 60);
    }
    assert.ok(pages > 60, `only ${pages} pages were seen`);
    await visitor.close();
  });
}
