import { type Failure, failureOf } from '../query/failure';

/** Grafana turns a server's 401 into 400, so that nobody is logged out of Grafana. */
const REFUSED = /authentication to data source failed/i;

/** What an error means to the reader, in words of files where those of queries would mislead. */
export function vizceralFailure(error: unknown, name: string, timeoutMs: number): Failure {
  const failure = failureOf(error, name, timeoutMs);
  const { status, message } = failure;
  if (status === 404) {
    const advice = 'Correct the path in the query, or the address in the settings of this data source.';
    return { ...failure, message: `${name} is not there (status 404). ${advice}` };
  }
  if (status === 400 && REFUSED.test(message)) {
    const advice = 'Set up basic authentication in the provisioning of this data source.';
    return { ...failure, message: `${name} is refused: the server wants to know who asks. ${advice}` };
  }
  return failure;
}
