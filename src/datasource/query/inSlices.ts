import { Observable } from 'rxjs';
import { runInSlices, type Slicing } from '../../core/steps/runInSlices';
import type { Steps } from '../../core/steps/steps';

/** Emits what steps come to, at once where one slice is enough. Unsubscribing ends them. */
export function inSlices<Result>(start: () => Steps<Result>, slicing: Slicing): Observable<Result> {
  return new Observable((subscriber) =>
    runInSlices(
      start(),
      slicing,
      (result) => {
        subscriber.next(result);
        subscriber.complete();
      },
      (error) => subscriber.error(error)
    )
  );
}
