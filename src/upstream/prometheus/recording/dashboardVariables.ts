// As Grafana's template service finds them: $name, [[name:format]], ${name.field:format}.
const VARIABLE = /\$(\w+)|\[\[(\w+?)(?::\w+)?\]\]|\$\{(\w+)(?:\.[^:^}]+)?(?::[^}]+)?\}/g;

const WINDOWS: ReadonlySet<string> = new Set(['__rate_interval', '__interval']);

/** An expression with a window of its own where it left that to Grafana: "2m" for `$__rate_interval` and `$__interval`. */
export function withWindow(expression: string, window: string): string {
  return expression.replace(VARIABLE, (whole, ...names: Array<string | undefined>) => {
    const name = names.slice(0, 3).find((each) => each !== undefined);
    return name !== undefined && WINDOWS.has(name) ? window : whole;
  });
}

/**
 * Names of the variables in an expression that only a dashboard has a value for, each once. `$1` and a named group of a
 * regular expression in the same text are the server's own.
 */
export function dashboardVariables(expression: string): readonly string[] {
  const names = Array.from(expression.matchAll(VARIABLE), ([, bare, bracketed, braced]) => bare ?? bracketed ?? braced);
  const others = names.filter(
    (name) => !/^\d+$/.test(name) && !WINDOWS.has(name) && !expression.includes(`(?P<${name}>`)
  );
  return [...new Set(others)];
}
