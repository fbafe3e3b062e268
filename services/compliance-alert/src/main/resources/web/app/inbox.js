// The inbox says how many alerts are ticked, and ticks all at once. Without it everything works all the same.
const boxes = form => [...form.querySelectorAll('input[name="alert"]')];

function tell(form) {
  const said = form.querySelector('[data-picked]');
  const ticked = boxes(form).filter(box => box.checked).length;
  said.hidden = ticked === 0;
  said.textContent = said.dataset.picked.replace('{n}', ticked);
}

document.querySelectorAll('form.bulk').forEach(form => {
  const all = form.querySelector('[data-tick-all]');
  all.hidden = false;
  all.addEventListener('click', () => {
    const on = boxes(form).some(box => !box.checked);
    boxes(form).forEach(box => { box.checked = on; });
    tell(form);
  });
  form.addEventListener('change', () => tell(form));
  tell(form);
});
