// Adds up the weights of a plan while they are typed; the server adds them up too, whenever the form is sent.
const sum = document.querySelector('[data-weights]');
if (sum) {
  const weights = () => [...document.querySelectorAll('[data-weight], input[type=hidden][name$=".weight"]')];
  const add = () => {
    const total = weights().reduce((all, field) => all + (Number.parseInt(field.value, 10) || 0), 0);
    sum.value = String(total);
    sum.closest('p').classList.toggle('late', total !== 100);
  };
  document.querySelector('form.plan').addEventListener('input', event => {
    if (event.target.hasAttribute('data-weight')) add();
  });
}

// An address to copy is chosen whole with one click or tab.
document.querySelectorAll('[data-copy]').forEach(field => field.addEventListener('focus', () => field.select()));
