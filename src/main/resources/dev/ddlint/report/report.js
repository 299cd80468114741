
'use strict';
(function () {
  const form = document.getElementById('filter');
  if (form) {
    const findings = Array.from(document.querySelectorAll('.finding'));
    const files = Array.from(document.querySelectorAll('section.file'));
    const texts = new Map(findings.map(f => [f, (f.parentNode.firstElementChild.textContent + ' ' + f.textContent).toLowerCase()]));
    const apply = () => {
      const levels = Array.from(form.querySelectorAll('[name=level]:checked'), box => box.value);
      const rule = form.elements.rule.value;
      const text = form.elements.text.value.trim().toLowerCase();
      let shown = 0;
      for (const finding of findings) {
        const fits = levels.includes(finding.dataset.level) && (rule === '' || finding.dataset.rule === rule)
          && texts.get(finding).includes(text);
        finding.hidden = !fits;
        shown += fits ? 1 : 0;
      }
      for (const file of files) {
        file.hidden = !file.querySelector('.finding:not([hidden])');
      }
      form.querySelector('output').textContent = shown + ' of ' + findings.length + ' shown';
    };
    form.addEventListener('input', apply);
    form.addEventListener('submit', event => event.preventDefault());
    form.hidden = false;
    apply();
  }
  for (const box of document.querySelectorAll('.copy')) {
    const button = document.createElement('button');
    const pre = box.querySelector('pre');
    button.type = 'button';
    button.textContent = 'copy';
    button.addEventListener('click', () => {
      getSelection().selectAllChildren(pre);
      const done = () => {
        button.textContent = 'copied';
        setTimeout(() => { button.textContent = 'copy'; }, 1500);
      };
      // Without the right to the clipboard the text stays selected.
      if (navigator.clipboard) {
        navigator.clipboard.writeText(pre.textContent).then(done, () => {});
      }
    });
    box.append(button);
  }
})();
