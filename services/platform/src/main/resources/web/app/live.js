// Hears that something changed, asks for this page again and puts the fresh parts in place: focus, scrolling and opened
// details stay; whoever draws from them hears 'fresh'. Never more than one request at a time.
export function start() {
  const box = document.getElementById('live');
  if (!box?.dataset.version) return;
  const words = box.querySelector('.live-state');
  const button = box.querySelector('button');
  let shown = box.dataset.version;
  let newest = shown;
  let busy = false;
  let paused = false;
  box.hidden = false;
  say(paused ? 'paused' : 'live');

  button.addEventListener('click', () => {
    paused = !paused;
    button.textContent = paused ? button.dataset.resume : button.dataset.pause;
    say(paused ? 'paused' : 'live');
    refresh();
  });

  const source = new EventSource(box.dataset.source);
  source.onmessage = message => {
    if (!paused) say('live');
    if (message.data) newest = message.data;
    refresh();
  };
  source.onerror = () => { if (!paused) say('offline'); };
  addEventListener('pagehide', () => source.close());

  function say(state) { words.textContent = box.dataset[state]; }

  async function refresh() {
    if (busy || paused || document.hidden || newest === shown) return;
    busy = true;
    const asked = newest;
    try {
      const answer = await fetch(location.href, { headers: { 'X-Requested-With': 'JavaScript' } });
      if (answer.status === 499) return location.reload();
      if (!answer.ok) throw new Error(answer.status);
      replace(new DOMParser().parseFromString(await answer.text(), 'text/html'));
      shown = asked;
      document.dispatchEvent(new Event('fresh'));
    } catch {
      say('offline');
    } finally {
      busy = false;
    }
    if (newest !== asked) setTimeout(refresh, 1000);
  }

  document.addEventListener('visibilitychange', refresh);
}

function replace(page) {
  const old = [...document.querySelectorAll('[data-fresh]')];
  const fresh = [...page.querySelectorAll('[data-fresh]')];
  if (old.map(part => part.id).join() !== fresh.map(part => part.id).join()) return location.reload();
  const focus = document.activeElement;
  const opened = [...document.querySelectorAll('details')].map(details => details.open);
  const scrolled = [...document.querySelectorAll('.scroll')].map(scroll => scroll.scrollLeft);
  old.forEach((part, at) => {
    if (part.innerHTML !== fresh[at].innerHTML) part.replaceChildren(...fresh[at].childNodes);
  });
  [...document.querySelectorAll('details')].forEach((details, at) => { details.open = opened[at] ?? false; });
  [...document.querySelectorAll('.scroll')].forEach((scroll, at) => { scroll.scrollLeft = scrolled[at] ?? 0; });
  const link = focus?.getAttribute?.('href');
  if (!focus?.isConnected && link) document.querySelector(`main a[href="${CSS.escape(link)}"]`)?.focus({ preventScroll: true });
}
