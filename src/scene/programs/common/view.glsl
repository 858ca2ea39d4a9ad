precision highp float;
precision highp int;
precision highp sampler2D;
precision highp usampler2D;

// clip = world * uView.xy + uView.zw
uniform vec4 uView;
// Clip units a CSS pixel.
uniform vec2 uPixel;
// CSS pixels a world unit.
uniform float uScale;
// Part of the picture that lines a pixel wide cover.
uniform float uCrowding;
// World units that a usual node may grow to, where it would be too small to read.
uniform float uReach;
uniform float uPixelRatio;
// 0–1: from what was to what is, of places and values.
uniform float uEase;
// 0–1: from the last emphasis to the present one.
uniform float uEmphasis;
// Of the whole layer, while levels cross-fade.
uniform float uOpacity;
// 1 on a dark background.
uniform float uDark;
uniform vec3 uPalette[12];
uniform sampler2D uNodes;
uniform usampler2D uEdges;
uniform sampler2D uNodeEmphasis;
uniform sampler2D uEdgeEmphasis;

const int NORMAL = 0;
const int WARNING = 1;
const int DANGER = 2;
const int NO_DATA = 3;
const int EDGE = 4;
const int TEXT = 5;
const int TEXT_MUTED = 6;
const int NODE_FILL = 7;
const int NODE_BORDER = 8;
const int GROUP = 9;
const int FOCUS = 10;
const int BACKGROUND = 11;

const float TURN = 6.283185307179586;

// Of a state, on edges: those that are well are a quiet shade of what flows on them.
vec3 edgeColour(uint state) {
  return state == 0u ? mix(uPalette[EDGE], uPalette[NORMAL], mix(0.4, 0.5, uDark)) : uPalette[int(state)];
}

vec4 nodeTexel(uint row, int part) {
  return texelFetch(uNodes, ivec2(int(row & 511u) * 4 + part, int(row >> 9)), 0);
}

uvec4 edgeTexel(uint row, int part) {
  return texelFetch(uEdges, ivec2(int(row & 511u) * 4 + part, int(row >> 9)), 0);
}

vec4 emphasisTexel(sampler2D table, uint row) {
  return texelFetch(table, ivec2(int(row & 2047u), int(row >> 11)), 0);
}

// Marks of an edge: 1 hovered, 2 selected, 8 at an end that is hovered or was found.
bool isMarked(vec4 emphasis) {
  return mod(floor(emphasis.b * 255.0 + 0.5), 8.0) > 0.5;
}

bool isMeant(vec4 emphasis) {
  return emphasis.b * 255.0 > 7.5;
}

vec4 toClip(vec2 world) {
  return vec4(world * uView.xy + uView.zw, 0.0, 1.0);
}

// For what must not be drawn: outside of the clip volume, so that no fragment is made of it.
const vec4 NOWHERE = vec4(2.0, 2.0, 2.0, 1.0);
