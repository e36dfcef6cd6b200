// Whatever an editor writes, the layout holds: long words, wide tables, deep lists, steps of several paragraphs, in narrow windows too.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Published, violations } from './published.mjs';

/** Longer than any Czech word. */
const LONG = 'nejneobhospodařovávatelnějšími'.repeat(2);

const ANYTHING = `---
title: ${LONG} a další
description: ${LONG}
time: ${LONG}
topic: [prava]
---

${LONG} ${LONG}, \`${'x'.repeat(90)}\` a <https://www.example.org/${'velmi-dlouha-adresa/'.repeat(6)}>.

::toc

## ${LONG}

### S \`kódem\`, **tučně** a s [odkazem](priloha.pdf)

| ${Array.from({ length: 9 }, (_, at) => `Sloupec ${at}`).join(' | ')} |
|${'---|'.repeat(9)}
| ${Array.from({ length: 9 }, () => LONG.slice(0, 30)).join(' | ')} |

\`\`\`
${'kód '.repeat(60)}${LONG}
\`\`\`

1. první
   - druhá úroveň
     - třetí
       - ${LONG}

   > citace ${LONG}

- [ ] ${LONG}
- [x] hotovo

:::steps
1. **${LONG}.** Text.

   Další odstavec.
2. ${'dlouhý text kroku '.repeat(30)}
:::

:::cards[${LONG}]
- [${LONG}](kontakt.md) – ${LONG}
- [Kontakt](kontakt.md)
:::

:::details[${LONG}]
:::note[${LONG}]
${LONG}
:::
:::

:::quote[${LONG}]{href=https://example.org/}
${LONG}
:::

:::checklist
- ${LONG}
:::

${LONG}
: ${LONG}

Věta s poznámkou.[^a]

[^a]: ${LONG} a [kontakt](kontakt.md).

<details><summary>${LONG}</summary>HTML</details>
`;

const site = new Published({ 'cokoliv.md': ANYTHING, 'priloha.pdf': 'x'.repeat(123_456) });
before(() => site.start());
after(() => site.stop());

for (const width of [320, 768, 1280]) {
  test(`nothing scrolls sideways but a table, at ${width} px, with usual text and with text of 200 %`, async () => {
    const tab = await site.browser.newPage({ viewport: { width, height: 900 } });
    const wide = async () => tab.evaluate(() => document.documentElement.scrollWidth);
    await tab.goto(`${site.address}/cokoliv/`);
    const usual = await wide();
    await tab.addStyleTag({ content: 'html{font-size:200%!important}' });
    assert.deepEqual([usual, await wide()], [width, width]);
    await tab.close();
  });
}

test('a card has no dash before its description, a task’s checkbox is beside its text', async () => {
  const tab = await site.browser.newPage();
  await tab.goto(`${site.address}/cokoliv/`);
  assert.doesNotMatch(await tab.locator('.cards li').first().innerText(), /[–—]/);
  const [box, text] = await tab.locator('.task-list li').last().evaluate((item) => {
    const range = document.createRange();
    range.selectNode(item.lastChild);
    return [item.querySelector('.task').getBoundingClientRect(), range.getBoundingClientRect()].map(({ left, right }) => ({ left, right }));
  });
  assert.ok(box.right <= text.left, `${box.right} > ${text.left}`);
  assert.equal(await tab.locator('.task').first().evaluate((sign) => getComputedStyle(sign).fontSize), '0px');
  await tab.close();
});

test('axe finds nothing', async () => {
  for (const colorScheme of ['light', 'dark']) {
    const tab = await site.browser.newPage({ colorScheme, viewport: { width: 320, height: 640 } });
    await tab.goto(`${site.address}/cokoliv/`);
    assert.deepEqual(await violations(tab), []);
    await tab.close();
  }
});
