// The page of a step, as the command writes it, in a tree of its own: its style and the page's do not mix.

export const showTrace = (place, { style, content }) => {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style.replaceAll(':root', ':host'));
  root.adoptedStyleSheets = [sheet];
  const page = new DOMParser().parseFromString(content, 'text/html');
  root.append(...page.body.childNodes);
  pickWeights(root, '');
  place.replaceChildren(host);
};
