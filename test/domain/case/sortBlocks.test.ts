import { describe, expect, it } from 'vitest';
import { blocksOfText, sortBlocks } from '../../../src/domain/case/sortBlocks.ts';

const sorted = (text: string) => sortBlocks(blocksOfText(text));

describe('the paragraphs of a document', () => {
  it('find their sections by what writers call them', () => {
    const draft = sorted(
      '一壶水烧开以前\n一、案例背景\n她三个月没有下楼。\n女儿在外地。\n二、分析预估：\n想有人说话。\n（三）服务计划\n每周一次。\n四、专业反思\n没有约到志愿者。',
    );
    expect(draft.title).toBe('一壶水烧开以前');
    expect(draft.sections).toMatchObject({
      背景: '她三个月没有下楼。\n\n女儿在外地。',
      需求: '想有人说话。',
      目标: '每周一次。',
      反思: '没有约到志愿者。',
    });
    expect(draft.leftover).toBe('');
  });

  it('keep what fits no section', () => {
    const draft = sorted(
      '# 标题\n\n摘要：一段话。\n\n## 背景\n\n正文。\n\n### 家庭\n\n两个人。\n\n## 附件\n\n一张表。\n\n## 反思\n\n没做好。',
    );
    expect(draft.title).toBe('标题');
    expect(draft.sections['背景']).toBe('正文。\n\n家庭\n\n两个人。');
    expect(draft.leftover).toBe('摘要：一段话。\n\n附件\n\n一张表。');
    expect(draft.sections['反思']).toBe('没做好。');
  });

  it('take no sentence for a title or a heading', () => {
    const draft = sorted('她三个月没有下楼。\n过程很慢，但是她来了。');
    expect(draft.title).toBe('');
    expect(draft.leftover).toBe('她三个月没有下楼。\n\n过程很慢，但是她来了。');
  });
});
