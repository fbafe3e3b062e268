// A button beside what is to be copied; without scripts it is selected and copied by hand.
for (const field of document.querySelectorAll('input[data-copy]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = field.dataset.copy;
  button.addEventListener('click', async () => {
    field.select();
    await navigator.clipboard?.writeText(field.value);
    button.textContent = field.dataset.copied;
  });
  field.after(button);
}
