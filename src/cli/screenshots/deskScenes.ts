import type { Locator, Page } from 'playwright-core';

/** A picture of the case desk for the handbook: what is done first, and what is shown. */
export interface DeskScene {
  readonly name: string;
  readonly prepare: (page: Page) => Promise<void>;
  /** What the picture shows; left out for all that a window shows. */
  readonly shown?: (page: Page) => Locator;
}

/** Texts with everything that the check stops at. The number and the street are those of examples, the names nobody's. */
const TEXTS: Readonly<Record<string, string>> = {
  title: '十一个星期三',
  summary: '她三个月没有下楼。社工每个星期三来。',
  'section:背景':
    '王秀英今年春天起没有下过楼，女儿在外地，手机是13800138000。\n她住在示例路12弄3号501室，居委会走访时发现的。',
  'section:需求': '王秀英想按时吃上饭，也想有人说说话。',
};

/** What stands in the preview: nobody is named, and no place. */
const MENDED = {
  'section:背景': '她今年春天起没有下过楼，女儿在外地。居委会走访时发现的。',
  'section:需求': '她想按时吃上饭，也想有人说说话。',
};

const write = async (page: Page, texts = TEXTS): Promise<void> => {
  for (const [name, text] of Object.entries(texts)) await page.locator(`[name="${name}"]`).fill(text);
  await page.waitForTimeout(600);
};

/** The pictures of the handbook. `picture` is the path of a drawing to put a mosaic on. */
export const deskScenes = (picture: string): readonly DeskScene[] => [
  {
    name: 'desk-check',
    prepare: async (page) => {
      await write(page);
      await page.locator('[name="section:背景"]').evaluate((field) => field.scrollIntoView({ block: 'center' }));
    },
  },
  {
    name: 'desk-names',
    prepare: (page) => write(page),
    shown: (page) => page.locator('[aria-labelledby="p-names"]'),
  },
  {
    name: 'desk-mosaic',
    prepare: async (page) => {
      await page.setInputFiles('[data-choose]', picture);
      await page.getByRole('button', { name: '加马赛克' }).click();
      await page.waitForTimeout(600);
    },
    shown: (page) => page.locator('[data-edit]'),
  },
  {
    name: 'desk-preview',
    prepare: async (page) => {
      await write(page, { ...TEXTS, ...MENDED });
      await page.getByRole('button', { name: '预览' }).click();
    },
    shown: (page) => page.locator('[data-preview]'),
  },
];
