uniform sampler2D uPicture;

out vec4 colour;

void main() {
  colour = texelFetch(uPicture, ivec2(gl_FragCoord.xy), 0);
}
