// The main job of Kith, from end to end: three people in three browsers, once
// with a mouse, once by keyboard without JavaScript at 320 px.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { browser, checked, picture, shape, somebody, village } from './kith.js';
import { keyboard, mouse } from './hands.js';

let place, chrome;
before(async () => { place = await village(); chrome = await browser(); });
after(async () => { await chrome?.close(); await place?.close(); });

for (const hand of [mouse, keyboard]) {
  test(`one invitation handed on, by ${hand.name}`, { timeout: 900_000 }, async () => {
    const world = await cast(hand);
    try {
      await play(hand, world);
    } finally {
      await Promise.all(Object.values(world).map((p) => p.close()));
    }
  });
}

async function cast(hand) {
  const open = () => somebody(chrome, place.url, hand.options);
  return { client: await open(), referrer: await open(), candidate: await open(), postman: await somebody(chrome, place.url) };
}

/** Looks at a page as the run's way of looking allows. */
async function look(hand, page, name) {
  if (hand === mouse) await checked(page, name);
  else await shape(page, name);
  await picture(page, `${hand === mouse ? '1280' : '320'}-${name}`);
}

async function play(hand, { client, referrer, candidate, postman }) {
  const mark = hand.name.slice(0, 2);
  await join(hand, client, postman, `Vera${mark} Lund`, `vera-${mark}@village.example`, true);
  await join(hand, referrer, postman, `Ivo${mark} Marsh`, `ivo-${mark}@village.example`);
  await join(hand, candidate, postman, `Nell${mark} Sato`, `nell-${mark}@village.example`);

  const job = await postJob(hand, client.page, `Labels for nine honeys, ${hand.name}`);
  await invite(hand, client.page, job, `Ivo${mark}`);
  const invitation = await openInvitation(hand, referrer.page);
  const referral = await handOn(hand, referrer.page, invitation, `Nell${mark}`);

  await candidate.page.goto(referral);
  assert.match(await candidate.page.locator('main').innerText(), /nothing here/i, 'nobody sees a referral that has not left');
  await passTenMinutes(postman.page);

  const asked = await letter(postman.page, `nell-${mark}@village.example`, /thought of you/);
  assert.match(asked, /Ivo/, 'the letter says who');
  assert.match(asked, /says hello to the bees/, 'and brings the hand-over note');
  const told = await letter(postman.page, `vera-${mark}@village.example`, /has asked a colleague/);
  assert.doesNotMatch(told, /Nell/, 'nobody is named before a yes');

  await sayYes(hand, candidate.page, referral);
  await meet(hand, client.page, job, mark);
  await answer(hand, candidate.page);
  await agree(hand, referrer.page, referral, mark);
}

async function join(hand, who, postman, name, email, pictures) {
  const { page } = who;
  await page.goto('/');
  if (pictures) await look(hand, page, '01-landing');
  await page.goto('/sign-in');
  if (pictures) await look(hand, page, '02-sign-in');
  await hand.type(page, page.locator('input[name=email]'), email);
  await hand.press(page, page.locator('form:has(input[name=email]) button'));
  await page.locator('input[name=code]').waitFor();
  if (pictures) await look(hand, page, '03-code');
  const code = (await letterRow(postman.page, email, /\d{6}/)).match(/\d{6}/)[0];
  await hand.type(page, page.locator('input[name=code]'), code);
  await hand.press(page, page.locator('form:has(input[name=code]) button'));
  await page.locator('input[name=name]').waitFor();
  if (pictures) await look(hand, page, '04-join');
  await hand.type(page, page.locator('input[name=name]'), name);
  await hand.press(page, page.locator('form:has(input[name=name]) button'));
  await page.goto('/');
  if (pictures) await look(hand, page, '05-home-empty');
}

/** The newest letter to an address whose row fits, from the village's post. */
async function letterRow(page, email, pattern) {
  for (let i = 0; i < 100; i++) {
    await page.goto('/village/letters');
    const rows = await page.locator('main li').allInnerTexts();
    const row = rows.find((r) => r.includes(email) && pattern.test(r));
    if (row) return row;
    await new Promise((r) => setTimeout(r, 100));
  }
  assert.fail(`no letter to ${email} like ${pattern}`);
}

async function letter(page, email, pattern) {
  await letterRow(page, email, pattern);
  await page.locator('main li').filter({ hasText: email }).filter({ hasText: pattern }).first().locator('a').first().click();
  return page.locator('main').innerText();
}

async function postJob(hand, page, title) {
  await page.goto('/jobs/new');
  await look(hand, page, '06-new-job');
  await hand.press(page, page.locator('form:has(input[name=title]) button').last());
  await page.locator('.errs').waitFor();
  await look(hand, page, '07-new-job-errors');
  await hand.type(page, page.locator('input[name=title]'), title);
  await hand.type(page, page.locator('textarea[name=text]'), 'Nine labels, nine small stories. The bees are real.');
  await hand.choose(page, page.locator('input[name=visibility][value=members]'));
  await hand.choose(page, page.locator('input[name=policy][value=open]'));
  await hand.press(page, page.locator('form:has(input[name=title]) button').last());
  await page.waitForURL(/\/jobs\/(?!new)[^/]+/);
  return new URL(page.url()).pathname.split('/').slice(0, 3).join('/');
}

async function invite(hand, page, job, name) {
  await page.goto(job + '/invite');
  await hand.type(page, page.locator('input[type=search]'), name);
  await hand.press(page, page.locator('form:has(input[type=search]) button').first());
  await hand.press(page, page.locator('main a[href*="/invite?to="]'));
  await page.locator('textarea[name=message]').waitFor();
  await look(hand, page, '08-invite');
  await hand.type(page, page.locator('textarea[name=message]'), 'I read your text about the orchard.');
  await hand.press(page, page.locator('form:has(textarea[name=message]) button').last());
  await page.goto(job + '/people');
  await look(hand, page, '09-people-invited');
}

async function openInvitation(hand, page) {
  await page.goto('/');
  await look(hand, page, '10-home-with-invitation');
  await hand.press(page, page.locator('main a[href^="/invitations/"]'));
  await page.waitForURL(/\/invitations\/[^/]+$/);
  await look(hand, page, '11-invitation');
  return page.url();
}

async function handOn(hand, page, invitation, name) {
  await hand.press(page, page.locator('a[href$="/refer"]'));
  await page.locator('input[type=search]').waitFor();
  await hand.type(page, page.locator('input[type=search]'), name);
  await hand.press(page, page.locator('form:has(input[type=search]) button').first());
  await page.locator('input[name=who]').first().waitFor();
  await look(hand, page, '12-refer-who');
  await hand.choose(page, page.locator('input[name=who]'));
  await hand.press(page, page.locator('form:has(input[name=who]) button'));
  await page.locator('input[name=vouch]').first().waitFor();
  await look(hand, page, '13-refer-how');
  await hand.choose(page, page.locator('input[name=vouch][value=worked_together]'));
  await hand.press(page, page.locator('form:has(input[name=vouch]) button'));
  await page.locator('textarea[name=note]').waitFor();
  await hand.type(page, page.locator('textarea[name=note]'), 'We made the apple almanac together, and it was early.');
  await hand.type(page, page.locator('textarea[name=hand_over]'), 'Vera says hello to the bees before she says it to you.');
  await look(hand, page, '14-refer-words');
  await hand.press(page, page.locator('form:has(textarea[name=note]) button').first());
  await page.waitForURL(/\/refer\/check/);
  await look(hand, page, '15-refer-check');
  await hand.press(page, page.locator('form[action$="/referrals"] button'));
  await page.waitForURL(/\/referrals\/[^/]+$/);
  await look(hand, page, '16-referral-sending');
  return page.url();
}

async function passTenMinutes(page) {
  await page.goto('/village');
  await page.locator('form[action="/village/time"] button').first().click();
  await page.waitForLoadState('load');
}

async function sayYes(hand, page, referral) {
  await page.goto('/');
  await look(hand, page, '17-home-candidate');
  await page.goto(referral);
  await look(hand, page, '18-referral-candidate');
  await hand.choose(page, page.locator('input[type=radio][value=yes]'));
  await hand.press(page, page.locator('form[action$="/answer"] button'));
  await page.waitForURL(/\/yes$/);
  await look(hand, page, '19-yes');
  await hand.choose(page, page.locator('input[name=vouch][value=worked_together]'));
  await hand.type(page, page.locator('input[name=rate]'), '900');
  await hand.type(page, page.locator('textarea[name=letter]'), 'I keep two hives. I know what nine honeys want.');
  await hand.press(page, page.locator('form[action$="/yes"] button').last());
  await page.waitForURL((u) => !u.pathname.endsWith('/yes'));
  await look(hand, page, '20-after-yes');
}

async function meet(hand, page, job, mark) {
  await page.goto(job + '/people');
  await look(hand, page, '21-people-referred');
  const text = await page.locator('main').innerText();
  assert.match(text, new RegExp(`Nell${mark}`), 'the client meets the candidate');
  assert.match(text, new RegExp(`Referred by Ivo${mark}`), 'told apart, with who referred');
  assert.match(text, /apple almanac/, 'with the note');
  assert.doesNotMatch(text, /hello to the bees/, 'and never the hand-over note');
  await page.goto(job + '/people?show=invited');
  assert.doesNotMatch(await page.locator('main').innerText(), /Referred by/, 'the filter tells them apart');
  await page.goto(job + '/people?show=referred');
  await hand.press(page, page.locator('main a[href^="/messages/"]'));
  await page.locator('textarea[name=text]').waitFor();
  await hand.type(page, page.locator('textarea[name=text]'), 'Acacia or heather first?');
  await hand.press(page, page.locator('form:has(textarea[name=text]) button'));
  await page.getByText('Acacia or heather first?').first().waitFor();
  await look(hand, page, '22-thread-client');
}

async function answer(hand, page) {
  await page.goto('/messages');
  await look(hand, page, '23-messages');
  await hand.press(page, page.locator('main a[href^="/messages/"]'));
  await page.locator('textarea[name=text]').waitFor();
  await hand.type(page, page.locator('textarea[name=text]'), 'Heather. It sulks if it is second.');
  await hand.press(page, page.locator('form:has(textarea[name=text]) button'));
  await page.getByText('Heather. It sulks').first().waitFor();
}

async function agree(hand, page, referral, mark) {
  await page.goto('/referrals');
  await look(hand, page, '24-referrals');
  assert.match(await page.locator('main').innerText(), new RegExp(`Nell${mark} was introduced`), 'the referrer finds what became of it');
  await page.goto(referral);
  await look(hand, page, '25-referral-introduced');
}
