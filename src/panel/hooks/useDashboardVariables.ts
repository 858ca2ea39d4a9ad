import { useEffect, useRef } from 'react';
import { locationService } from '@grafana/runtime';
import type { NodeTable } from '../../core/model/history';
import type { TrafficView } from '../../core/model/view';
import type { ScenePick } from '../../scene/types';
import { samePlace, type Place } from '../model/navigation';
import {
  chosenVariables,
  levelValue,
  openedVariables,
  parameterOf,
  placeOfLevel,
  type AddressChange,
  type VariableOptions,
} from '../model/variables';

export interface DashboardVariablesInput {
  readonly options: VariableOptions;
  readonly nodes: NodeTable;
  /** That the row of what is selected is of. */
  readonly view: TrafficView | undefined;
  readonly selected: ScenePick | undefined;
  readonly place: Place;
  readonly go: (place: Place) => void;
}

/** What the reader chooses and opens sets dashboard variables; the level follows its variable in the address too. */
export function useDashboardVariables({ options, nodes, view, selected, place, go }: DashboardVariablesInput): void {
  const before = useRef<{ readonly selected?: string; readonly place: Place }>({ place });
  useEffect(() => {
    const was = before.current;
    before.current = { selected: selected?.id, place };
    const opened = samePlace(was.place, place) ? {} : openedVariables(options, place, nodes);
    const chosen =
      view === undefined || selected === undefined || was.selected === selected.id
        ? {}
        : chosenVariables(options, view, selected);
    writeAddress({ ...opened, ...chosen });
  }, [options, view, selected, place, nodes]);

  const { level } = options;
  const here = useRef(place);
  useEffect(() => {
    here.current = place;
  });
  useEffect(() => {
    const parameter = parameterOf(level);
    if (parameter === undefined) {
      return undefined;
    }
    return locationService.getHistory().listen(() => {
      const wanted = readAddress(parameter);
      if (wanted !== undefined && wanted !== levelValue(here.current)) {
        go(placeOfLevel(wanted));
      }
    });
  }, [level, go]);
}

/** The level that the address asks for; undefined where it asks for none. */
export function levelInAddress({ level }: VariableOptions): Place | undefined {
  const parameter = parameterOf(level);
  const value = parameter === undefined ? undefined : readAddress(parameter);
  return value === undefined ? undefined : placeOfLevel(value);
}

function readAddress(parameter: string): string | undefined {
  return locationService.getSearch().get(parameter) ?? undefined;
}

function writeAddress(change: AddressChange): void {
  const changed = Object.entries(change).filter(([name, value]) => readAddress(name) !== value);
  if (changed.length > 0) {
    // In the place of the present entry: going back in the browser leaves the dashboard, not one click.
    locationService.partial(Object.fromEntries(changed), true);
  }
}
