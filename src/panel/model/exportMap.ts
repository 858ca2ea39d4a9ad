import { saveFile } from '../../browser/saveFile';
import type { TrafficHistory } from '../../core/model/history';
import type { ThresholdStates } from '../../core/model/result';
import { writeVizceral } from '../../core/vizceral';

/** Hands the whole map at one bucket to the reader, as a file of Vizceral data that is named after its time. */
export function saveAsVizceral(history: TrafficHistory, states: ThresholdStates, timeIndex: number): void {
  const text = JSON.stringify(writeVizceral(history, states, timeIndex, 'Traffic'), undefined, 2);
  saveFile(new Blob([text], { type: 'application/json' }), fileName(history, timeIndex, 'json'));
}

/** Hands what is drawn at one bucket to the reader. */
export function saveAsPicture(picture: Blob, history: TrafficHistory, timeIndex: number): void {
  saveFile(picture, fileName(history, timeIndex, 'png'));
}

function fileName({ times }: TrafficHistory, timeIndex: number, ending: string): string {
  const time = new Date(times[timeIndex] ?? 0).toISOString().slice(0, 19).replace(/:/g, '');
  return `traffic-${time}Z.${ending}`;
}
