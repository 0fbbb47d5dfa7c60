import { describe, expect, it } from 'vitest';
import {
  briefPurpose,
  byUrgency,
  type Hotline,
  hotlinesByUrgency,
  urgentLines,
} from '../../../src/domain/service/hotline.ts';

const line = (number: string, crisis: boolean, purpose = ''): Hotline => ({
  number,
  name: number,
  purpose,
  crisis,
  source: '',
  verifiedOn: '2026-11-23',
  english: '',
});
const lines = ['12338', '12356', '12345', '119', '120', '110'].map((number) =>
  line(number, number.length < 4 || number === '12356'),
);
const numbers = (of: readonly Hotline[]) => of.map(({ number }) => number);

describe('several hotlines', () => {
  it('stand with emergencies first, and the others as they were', () => {
    expect(byUrgency(['12345', '12356', '110', '12338', '120'])).toEqual(['110', '120', '12356', '12345', '12338']);
    expect(numbers(hotlinesByUrgency(lines))).toEqual(['110', '120', '119', '12356', '12338', '12345']);
  });

  it('are 110 and 120 first where a life may be at risk, and never those for ordinary questions', () => {
    expect(numbers(urgentLines(new Set(['12338', '12356']), false, lines))).toEqual(['110', '120', '12356']);
    expect(numbers(urgentLines(new Set(['119']), false, lines))).toEqual(['110', '120', '119']);
    expect(numbers(urgentLines(new Set(), true, lines))).toEqual(['110', '120']);
    expect(urgentLines(new Set(['12345', '12338']), false, lines)).toEqual([]);
  });

  it('say in a few words what they are for', () => {
    expect(briefPurpose(line('110', true, '有人身危险；也能发短信'))).toBe('有人身危险');
  });
});
