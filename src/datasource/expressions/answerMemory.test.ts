import { createAnswerMemory } from './answerMemory';

function setUp(most?: number) {
  const clock = { now: 0 };
  const asked: string[] = [];
  const memory = createAnswerMemory({ now: () => clock.now, keepMs: 1000, keepFailuresMs: 100, most });
  const ask = (key: string, answer: () => Promise<string> = async () => `${key} at ${clock.now}`) =>
    memory.remember(
      key,
      () => {
        asked.push(key);
        return answer();
      },
      'nothing'
    );
  return { clock, asked, ask };
}

describe('answers to completion', () => {
  it('asks once for as long as an answer is kept, also while it is under way', async () => {
    const { clock, asked, ask } = setUp();
    expect(await Promise.all([ask('a'), ask('a'), ask('b')])).toEqual(['a at 0', 'a at 0', 'b at 0']);
    clock.now = 999;
    expect(await ask('a')).toBe('a at 0');
    clock.now = 1000;
    expect(await ask('a')).toBe('a at 1000');
    expect(asked).toEqual(['a', 'b', 'a']);
  });

  it('never rejects, and asks again soon where it failed', async () => {
    const { clock, asked, ask } = setUp();
    const fail = () => Promise.reject(new Error('down'));
    expect(await ask('a', fail)).toBe('nothing');
    clock.now = 99;
    expect(await ask('a')).toBe('nothing');
    clock.now = 100;
    expect(await ask('a')).toBe('a at 100');
    expect(asked).toEqual(['a', 'a']);
  });

  it('forgets the oldest where there are many', async () => {
    const { asked, ask } = setUp(2);
    await ask('a');
    await ask('b');
    await ask('c');
    await ask('b');
    await ask('a');
    expect(asked).toEqual(['a', 'b', 'c', 'a']);
  });
});
