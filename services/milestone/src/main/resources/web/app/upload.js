// Files chosen or dropped are uploaded at once, one after the other, each with how far it is. Without this the form's own
// button uploads them.
const SIZE = bytes => bytes < 1048576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1048576).toFixed(1)} MB`;

document.querySelectorAll('[data-upload]').forEach(start);
document.querySelectorAll('[data-print]').forEach(button => {
  button.hidden = false;
  button.addEventListener('click', () => print());
});

function start(area) {
  const input = area.querySelector('input[type=file]');
  const zone = area.querySelector('[data-drop-zone]');
  const list = area.querySelector('.uploads');
  const button = area.querySelector('[data-upload-button]');
  if (!input || !zone || !list) return;
  if (button) button.hidden = true;
  zone.classList.add('ready');
  zone.querySelector('label').textContent = area.dataset.drop;
  let last = Promise.resolve();
  const take = files => [...files].forEach(file => {
    const line = add(list, file);
    last = last.then(() => send(area, file, line));
  });
  input.addEventListener('change', () => {
    take(input.files);
    input.value = '';
  });
  for (const type of ['dragenter', 'dragover']) zone.addEventListener(type, event => {
    event.preventDefault();
    zone.classList.add('over');
  });
  for (const type of ['dragleave', 'drop']) zone.addEventListener(type, () => zone.classList.remove('over'));
  zone.addEventListener('drop', event => {
    event.preventDefault();
    take(event.dataTransfer.files);
  });
}

function add(list, file) {
  const line = document.createElement('li');
  const name = document.createElement('span');
  name.className = 'name';
  name.textContent = `${file.name} (${SIZE(file.size)})`;
  const state = document.createElement('span');
  line.append(name, state);
  list.append(line);
  return { line, state };
}

function send(area, file, { line, state }) {
  const words = area.dataset;
  const end = (text, style) => {
    line.querySelector('progress')?.remove();
    state.textContent = text;
    state.className = style;
  };
  if (file.size > Number(words.most)) return end(words.tooLarge, 'wrong');
  const types = area.querySelector('input[type=file]').accept.split(',');
  if (!types.some(type => file.name.toLowerCase().endsWith(type))) return end(words.wrongType, 'wrong');
  const progress = document.createElement('progress');
  progress.max = 1;
  progress.value = 0;
  progress.setAttribute('aria-label', `${words.uploading} ${file.name}`);
  line.append(progress);
  state.textContent = words.uploading;
  const body = new FormData();
  for (const name of ['kind', 'level', 'periodFrom', 'periodTo']) {
    const field = area.querySelector(`[name=${name}]:checked, select[name=${name}], input[type=date][name=${name}]`);
    if (field) body.append(name, field.value);
  }
  body.append('file', file);
  return new Promise(resolve => {
    const request = new XMLHttpRequest();
    request.open('POST', words.upload);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('X-Form-Token', document.body.dataset.token);
    request.setRequestHeader('X-Requested-With', 'JavaScript');
    request.responseType = 'json';
    request.upload.addEventListener('progress', event => { if (event.lengthComputable) progress.value = event.loaded / event.total; });
    request.addEventListener('load', () => {
      const text = request.response?.text ?? request.response?.detail;
      if (request.status === 201) end(text ?? words.uploaded, 'right');
      else end(text ?? words.failed, 'wrong');
    });
    request.addEventListener('error', () => end(words.failed, 'wrong'));
    request.addEventListener('loadend', resolve);
    request.send(body);
  });
}
