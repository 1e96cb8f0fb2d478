// What must not happen: a scanner that follows and clicks changes nothing, and
// nothing is sent in somebody's name from elsewhere.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { browser, somebody, village } from './kith.js';

let place, chrome;
before(async () => { place = await village(); chrome = await browser(); });
after(async () => { await chrome?.close(); await place?.close(); });

test('a scanner that follows the links of a letter and clicks its buttons answers nothing', async () => {
  const postman = await somebody(chrome, place.url);
  await postman.page.goto('/village/letters');
  const letters = postman.page.locator('main li').filter({ hasText: /thought of you for .*yes or no by/ });
  assert.ok(await letters.count() > 0, 'somebody in the village is being asked');
  let answers = 0;
  for (let i = 0; i < Math.min(await letters.count(), 4); i++) {
    await postman.page.goto('/village/letters');
    await letters.nth(i).locator('a').first().click();
    const html = await postman.page.content();
    for (const [link] of html.matchAll(/\/answer\/[a-z0-9]+/g)) {
      const scanner = await somebody(chrome, place.url);
      await scanner.page.goto(link);
      for (const button of await scanner.page.locator('main form button').all()) {
        await button.click({ timeout: 2000 }).catch(() => {});
        await scanner.page.waitForLoadState('load');
      }
      const text = await scanner.page.locator('main').innerText();
      assert.doesNotMatch(text, /You said no|You said not now/, 'a click without a choice answers nothing');
      answers++;
      await scanner.close();
    }
  }
  assert.ok(answers > 0, 'a letter had a link to answer without signing in');
  await postman.close();
});

test('a POST from another site is refused', async () => {
  const r = await fetch(place.url + '/sign-in', {
    method: 'POST', redirect: 'manual', body: 'email=a%40village.example',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
  });
  assert.equal(r.status, 403);
});

test('headers keep the page to itself', async () => {
  const r = await fetch(place.url + '/');
  const policy = r.headers.get('content-security-policy');
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /frame-ancestors 'none'/);
  assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval|\*/);
  assert.equal(r.headers.get('referrer-policy'), 'no-referrer');
});
