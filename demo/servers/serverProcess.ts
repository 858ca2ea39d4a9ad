import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** A server that runs as a child process and logs into a file. */
export interface ServerProcess {
  readonly name: string;
  /** What ended it, once it has ended. */
  ended(): string | undefined;
  /** Ends it: asks first, and kills what has not gone after some seconds. Safe to call again. */
  stop(): Promise<void>;
  /** The end of its log, for error messages. */
  logTail(): string;
}

export interface ServerCommand {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly directory: string;
  readonly logFile: string;
  readonly environment?: Readonly<Record<string, string>>;
}

const POLL_MS = 50;
const PATIENCE_MS = 5_000;
const LOG_TAIL_LINES = 15;

/** Starts a server. It is ended with this program at the latest. */
export function startProcess(command: ServerCommand): ServerProcess {
  const log = openSync(command.logFile, 'a');
  const child = spawn(command.program, command.args, {
    cwd: command.directory,
    env: { ...process.env, ...command.environment },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let failure: string | undefined;
  child.once('error', (error) => (failure = error.message));
  const killAtExit = () => child.kill('SIGKILL');
  process.once('exit', killAtExit);
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  }).then(() => void process.off('exit', killAtExit));
  const ended = () => failure ?? endOf(child);
  return {
    name: command.name,
    ended,
    stop: async () => {
      if (ended() === undefined) {
        child.kill('SIGTERM');
        const killLater = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
        await gone;
        clearTimeout(killLater);
      }
    },
    logTail: () => readFileSync(command.logFile, 'utf8').trimEnd().split('\n').slice(-LOG_TAIL_LINES).join('\n'),
  };
}

/** Runs a program to its end; throws with the end of its log where it fails. */
export async function runToEnd(command: ServerCommand, signal?: AbortSignal): Promise<void> {
  const running = startProcess(command);
  try {
    await poll(() => Promise.resolve(running.ended() !== undefined), signal);
  } finally {
    await running.stop();
  }
  if (running.ended() !== 'exit code 0') {
    throw new Error(`${command.name}: ended with ${running.ended()}.\n${running.logTail()}`);
  }
}

/** Waits until a server answers; throws where it ends or the patience does, with the end of its log. */
export async function waitUntilReady(
  server: ServerProcess,
  isReady: () => Promise<boolean>,
  timeoutMs: number,
  signal?: AbortSignal
): Promise<void> {
  const giveUp = Date.now() + timeoutMs;
  await poll(async () => {
    const ended = server.ended();
    if (ended !== undefined) {
      throw new Error(`${server.name}: ended with ${ended} before it was ready.\n${server.logTail()}`);
    }
    if (Date.now() > giveUp) {
      throw new Error(`${server.name}: not ready after ${timeoutMs / 1000} s.\n${server.logTail()}`);
    }
    return isReady();
  }, signal);
}

async function poll(isDone: () => Promise<boolean>, signal?: AbortSignal): Promise<void> {
  while (!(await isDone())) {
    await delay(POLL_MS, undefined, { signal });
  }
}

function endOf(child: ChildProcess): string | undefined {
  if (child.exitCode !== null) {
    return `exit code ${child.exitCode}`;
  }
  return child.signalCode === null ? undefined : `signal ${child.signalCode}`;
}
