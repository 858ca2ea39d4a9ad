import { useCallback, useEffect, useRef, type RefObject } from 'react';
import { createFrameLoop, type FrameLoop } from '../../scene/loop';
import type { FlowScene, SceneOptions } from '../../scene/types';
