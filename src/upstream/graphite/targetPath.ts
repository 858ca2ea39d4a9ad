/**
 * The first metric path inside of function calls: `alias(scaleToSeconds(a.b,1),'x')` gives `a.b`.
 * `undefined` where there is none, as in `seriesByTag('name=a')`. One pass, whatever the nesting.
 */
export function targetPath(target: string): string | undefined {
  if (!target.includes('(')) {
    return isPath(target.trim()) ? target.trim() : undefined;
  }
  let start = 0;
  let braces = 0;
  for (let index = 0; index <= target.length; index++) {
    const character = index < target.length ? target[index] : ',';
    if (character === "'" || character === '"') {
      const closing = target.indexOf(character, index + 1);
      if (closing < 0) {
        return undefined;
      }
      index = closing;
      start = closing + 1;
    } else if (character === '(') {
      start = index + 1;
    } else if (character === '{') {
      braces++;
    } else if (character === '}') {
      braces--;
    } else if ((character === ',' && braces <= 0) || character === ')') {
      const token = target.slice(start, index).trim();
      if (isPath(token)) {
        return token;
      }
      start = index + 1;
    }
  }
  return undefined;
}

function isPath(token: string): boolean {
  return token !== '' && !/^[-+]?[\d.]+(?:e[-+]?\d+)?$/i.test(token) && !/^(?:true|false|none)$/i.test(token);
}
