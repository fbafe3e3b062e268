// Keeps what is typed into a form with data-draft, by account, in this browser, until a page says that it was sent
// (data-sent with the same name): a closed tab or an ended session loses nothing. Never a hidden field, a password or a file.
const DAYS = 30 * 24 * 60 * 60 * 1000;
const account = () => document.body.dataset.account;
const key = name => `draft:${account()}:${name}`;

export function start() {
  if (!account()) return;
  document.querySelectorAll('[data-sent]').forEach(sent => localStorage.removeItem(key(sent.dataset.sent)));
  document.querySelectorAll('form[data-draft]').forEach(keep);
}

function keep(form) {
  const at = key(form.dataset.draft);
  let waiting;
  const save = () => localStorage.setItem(at, JSON.stringify({ at: Date.now(), values: read(form) }));
  // A form that came back has what was typed last already; with data-typed its entries may stand elsewhere now.
  if (form.hasAttribute('data-typed')) save();
  else if (!document.getElementById('faults')) restore(form, at);
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(save, 300);
  });
  form.addEventListener('submit', save);
  addEventListener('pagehide', () => { if (waiting) save(); });
}

function fields(form) {
  return [...form.elements].filter(f => f.name && !['hidden', 'password', 'file', 'submit', 'button'].includes(f.type));
}

function read(form) {
  return fields(form).map(f => [f.name, f.value, f.type === 'radio' || f.type === 'checkbox' ? f.checked : null]);
}

function restore(form, at) {
  const kept = JSON.parse(localStorage.getItem(at) ?? 'null');
  if (!kept) return;
  if (Date.now() - kept.at > DAYS) return localStorage.removeItem(at);
  const before = read(form);
  const left = new Map();
  for (const [name, value, checked] of kept.values) {
    const id = checked === null ? name : `${name} ${value}`;
    left.set(id, [...(left.get(id) ?? []), checked === null ? value : checked]);
  }
  let changed = false;
  for (const field of fields(form)) {
    const box = field.type === 'radio' || field.type === 'checkbox';
    const value = left.get(box ? `${field.name} ${field.value}` : field.name)?.shift();
    if (value === undefined) continue;
    const present = box ? field.checked : field.value;
    if (present !== value) changed = true;
    if (box) field.checked = value; else field.value = value;
  }
  if (changed) tell(form, at, kept.at, before);
}

function tell(form, at, when, before) {
  const words = document.getElementById('draft-words').dataset;
  const time = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Shanghai' });
  const note = document.createElement('p');
  note.className = 'notice draft';
  note.setAttribute('role', 'status');
  note.append(`${words.restored.replace('{time}', time.format(when))} `);
  const discard = document.createElement('button');
  discard.type = 'button';
  discard.className = 'secondary';
  discard.textContent = words.discard;
  discard.addEventListener('click', () => {
    localStorage.removeItem(at);
    fields(form).forEach((field, i) => { if (before[i][2] === null) field.value = before[i][1]; else field.checked = before[i][2]; });
    note.remove();
    form.querySelector('input:not([type=hidden]), textarea, select')?.focus();
  });
  note.append(discard);
  form.prepend(note);
}
