import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { CONSENT_SCOPES, FACES, WITHDRAWN } from '../../../src/domain/case/case.ts';
import { contentsOf } from '../../../src/loading/attachments/fileContents.ts';
import { consentForm } from '../../../src/loading/handouts/consentForm.ts';

describe('the form of consent', () => {
  it('is a Word file that holds all that the front matter asks for, and what may be refused', async () => {
    const bytes = await consentForm(CONSENT_SCOPES, FACES, WITHDRAWN);
    const { value: text, messages } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    expect(messages).toEqual([]);
    for (const words of [
      '同意书编号',
      ...CONSENT_SCOPES,
      ...FACES,
      '登到哪一天',
      '监护人签名',
      '不影响您得到的服务',
      WITHDRAWN,
    ])
      expect(text).toContain(words);
  });

  it('names nobody, not as its author either', async () => {
    const bytes = await consentForm(CONSENT_SCOPES, FACES, WITHDRAWN);
    expect(await contentsOf('consent-form.docx', bytes)).toMatchObject({ personal: [], names: [], unread: '' });
  });

  it('has the same bytes each time', async () => {
    const made = () => consentForm(CONSENT_SCOPES, FACES, WITHDRAWN);
    expect(Buffer.from(await made()).equals(Buffer.from(await made()))).toBe(true);
  });
});
