// The day of a page by a slider: the page's fresh parts become those of the day at which it rests. The date field beside it
// does the same without this.
const REST = 250;
const form = document.querySelector('form[data-as-of]');
const slider = form?.querySelector('input[type=range]');

if (slider) start();

function start() {
  const date = form.querySelector('input[type=date]');
  const said = form.querySelector('.said');
  const first = Date.parse(`${form.dataset.asOf}T00:00:00Z`);
  const words = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'full', timeZone: 'UTC' });
  let waiting;
  let asked = 0;
  slider.closest('p').hidden = false;

  slider.addEventListener('input', () => {
    const day = new Date(first + slider.value * 86400000);
    date.value = day.toISOString().slice(0, 10);
    slider.setAttribute('aria-valuetext', words.format(day));
    clearTimeout(waiting);
    waiting = setTimeout(() => go(address()), REST);
  });
  addEventListener('popstate', () => show(location.href));

  // The last day is today, whose page keeps itself fresh: it has no day in its address.
  function address() {
    const url = new URL(form.action);
    if (slider.value !== slider.max) url.searchParams.set('asOf', date.value);
    return url;
  }

  function go(url) {
    const live = document.getElementById('live')?.dataset.version;
    if (!url.search && !live) return location.assign(url);
    history.pushState(null, '', url);
    show(url);
  }

  async function show(url) {
    const turn = ++asked;
    const main = document.getElementById('main');
    main.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(url, { headers: { 'X-Requested-With': 'JavaScript' } });
      if (turn !== asked) return;
      if (!answer.ok) throw new Error(answer.status);
      replace(new DOMParser().parseFromString(await answer.text(), 'text/html'), url);
    } catch {
      if (turn === asked) said.textContent = form.dataset.failed;
    } finally {
      if (turn === asked) main.removeAttribute('aria-busy');
    }
  }

  function replace(page, url) {
    const fresh = [...page.querySelectorAll('[data-fresh]')];
    const old = [...document.querySelectorAll('[data-fresh]')];
    // Another page than this one, such as that of a day without pilots.
    if (old.map(part => part.id).join() !== fresh.map(part => part.id).join()) return location.assign(url);
    old.forEach((part, at) => part.replaceChildren(...fresh[at].childNodes));
    const there = page.querySelector('form[data-as-of]');
    date.value = there.querySelector('input[type=date]').value;
    slider.value = there.querySelector('input[type=range]').value;
    slider.setAttribute('aria-valuetext', words.format(new Date(`${date.value}T00:00:00Z`)));
    document.querySelectorAll('.languages a').forEach((link, at) => { link.href = page.querySelectorAll('.languages a')[at].href; });
    said.textContent = document.querySelector('.today')?.textContent.trim().replace(/\s+/g, ' ') ?? '';
    document.dispatchEvent(new Event('fresh'));
  }
}
