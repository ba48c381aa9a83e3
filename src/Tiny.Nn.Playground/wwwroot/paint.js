// Colours, and the drawing of maps on canvases. Colours of classes are safe for the colour-blind, after Okabe and Ito.

const light = ['#0072b2', '#c4500a', '#007a5a', '#a8498a', '#8a6200', '#4a5fc1', '#5f5f5f', '#111111'];
const dark = ['#66b8f0', '#ff9a5c', '#3fd0a4', '#ee9fd0', '#ecc256', '#a9b6ff', '#b4b4b4', '#f2f2f2'];

export const isDark = () => {
  const chosen = document.documentElement.dataset.theme;
  return chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
};

export const classColour = (code) => (isDark() ? dark : light)[code % light.length];

const parse = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
const paper = () => (isDark() ? [20, 24, 29] : [255, 255, 255]);
const mixed = (a, b, share) => a.map((x, i) => Math.round(x + (b[i] - x) * share));

/** What a class looks like where it is so sure. */
const shade = (code, sure) => mixed(paper(), parse(classColour(code)), 0.12 + 0.55 * sure);

/** From −1 (orange) over 0 (paper) to 1 (blue). */
export const signed = (share) => mixed(paper(), parse(classColour(share < 0 ? 1 : 0)), Math.min(1, Math.abs(share)) || 0);

/** The colour of an answer: of classes its surest, of numbers its place between the smallest and the largest. Of no answer, paper. */
export const answerColour = (opened, points) => {
  const colour = knownColour(opened, points);
  return (answers) => (answers.every(Number.isFinite) ? colour(answers) : paper());
};

const knownColour = (opened, points) => {
  if (opened.classes === null) {
    const middle = (points.low + points.high) / 2;
    const half = (points.high - points.low) / 2 || 1;
    return (answers) => signed((answers[0] - middle) / half);
  }
  if (answersOfOne(opened)) return ([p]) => shade(p > 0.5 ? 1 : 0, Math.abs(2 * p - 1));
  const chance = 1 / opened.classes.length;
  return (answers) => {
    const best = answers.indexOf(Math.max(...answers));
    return shade(best, (answers[best] - chance) / (1 - chance));
  };
};

/** Of two classes one output stands for both. */
export const answersOfOne = (opened) => opened.classes !== null && opened.outputs === 1;

const image = (resolution, colourAt) => {
  const pixels = new ImageData(resolution, resolution);
  for (let place = 0; place < resolution * resolution; place++) {
    const [x, y] = [place % resolution, Math.floor(place / resolution)];
    const at = 4 * ((resolution - 1 - y) * resolution + x);
    pixels.data.set(colourAt(place), at);
    pixels.data[at + 3] = 255;
  }
  return pixels;
};

const small = document.createElement('canvas');

/** Draws a map over the whole of a canvas. */
const stretch = (canvas, pixels, smooth) => {
  small.width = pixels.width;
  small.height = pixels.height;
  small.getContext('2d').putImageData(pixels, 0, 0);
  const context = canvas.getContext('2d');
  context.imageSmoothingEnabled = smooth;
  context.drawImage(small, 0, 0, canvas.width, canvas.height);
};

/** What one unit says everywhere, from its largest negative number to its largest positive one. */
export const paintUnit = (canvas, map, resolution) => {
  let most = 1e-6;
  for (const value of map) most = Math.max(most, Math.abs(value));
  stretch(canvas, image(resolution, (place) => signed((0.85 * map[place]) / most)), true);
};

/** What the network says everywhere. */
export const paintAnswers = (canvas, maps, resolution, colour) =>
  stretch(canvas, image(resolution, (place) => colour(maps.map((map) => map[place]))), true);

/** The map of an input: its own coordinate, where it is one of the axes. */
export const paintInput = (canvas, of, resolution) =>
  stretch(canvas, image(resolution, (place) => signed(0.85 * of(place % resolution, Math.floor(place / resolution)))), true);
