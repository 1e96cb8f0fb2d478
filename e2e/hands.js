// Two ways to use a page: with a mouse, and with nothing but a keyboard.
import assert from 'node:assert/strict';

/** With a mouse. */
export const mouse = {
  name: 'mouse',
  options: {},
  async press(page, target) { await target.first().click(); },
  async type(page, target, text) { await target.first().fill(text); },
  async choose(page, target) { await target.first().check(); },
};

/** By keyboard alone, without JavaScript, on a screen 320 px wide. */
export const keyboard = {
  name: 'keyboard',
  options: { javaScriptEnabled: false, viewport: { width: 320, height: 640 } },
  async press(page, target) {
    await reach(page, target);
    const before = page.url();
    const went = page.waitForLoadState('domcontentloaded');
    await page.keyboard.press('Enter');
    await went;
    await settled(page, before);
  },
  async type(page, target, text) {
    await reach(page, target);
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(text);
  },
  async choose(page, target) {
    await reach(page, target);
    for (let i = 0; i < 60; i++) {
      if (await target.first().evaluate((e) => e === document.activeElement)) break;
      await page.keyboard.press('ArrowDown');
    }
    if (!(await target.first().isChecked())) await page.keyboard.press('Space');
    assert.ok(await target.first().isChecked(), 'the choice can be made by keyboard');
  },
};

/** Tabs on until the target has the focus, as somebody without a mouse does. */
async function reach(page, target) {
  const wanted = target.first();
  await wanted.waitFor({ state: 'attached' });
  for (let i = 0; i < 250; i++) {
    const there = await wanted.evaluate((e) => {
      const a = document.activeElement;
      return e === a || (e.type === 'radio' && a?.type === 'radio' && a.name === e.name && a.form === e.form);
    });
    if (there) {
      assert.ok(await visibleFocus(page), `the focus can be seen on ${page.url()}`);
      return;
    }
    await page.keyboard.press('Tab');
  }
  assert.fail(`not reached by keyboard: ${target} on ${page.url()}`);
}

async function visibleFocus(page) {
  return page.evaluate(() => {
    const s = getComputedStyle(document.activeElement);
    return s.outlineStyle !== 'none' || s.boxShadow !== 'none';
  });
}

async function settled(page, before) {
  for (let i = 0; i < 100 && page.url() === before; i++) {
    await new Promise((r) => setTimeout(r, 20));
    if (i > 15) break;
  }
  await page.waitForLoadState('load');
}
