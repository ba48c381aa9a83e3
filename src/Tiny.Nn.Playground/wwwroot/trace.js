// The page of a step, as the command writes it, in a tree of its own: its style and the page's do not mix.

/** Which weight is picked: its chain rule shows, the others hide. */
const pick = (root, name) => {
  for (const chain of root.querySelectorAll('.chain')) chain.hidden = chain.id !== name;
  for (const link of root.querySelectorAll('a[data-pick]')) {
    const isPicked = link.dataset.pick === name;
    link.classList.toggle('picked', isPicked);
    if (isPicked) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  for (const line of root.querySelectorAll('.weight')) line.classList.toggle('picked', line.dataset.pick === name);
};

export const showTrace = (place, { style, content }) => {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style.replaceAll(':root', ':host'));
  root.adoptedStyleSheets = [sheet];
  const page = new DOMParser().parseFromString(content, 'text/html');
  root.append(...page.body.childNodes);
  root.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-pick]');
    if (!link) return;
    event.preventDefault();
    pick(root, link.dataset.pick);
  });
  pick(root, root.querySelector('#chains').dataset.first);
  place.replaceChildren(host);
};
