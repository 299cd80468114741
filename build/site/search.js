'use strict';
(function () {
  const box = document.getElementById('search');
  const rules = Array.from(document.querySelectorAll('li[data-words]'));
  const apply = () => {
    const words = box.value.toLowerCase().split(/\s+/).filter(word => word !== '');
    let shown = 0;
    for (const rule of rules) {
      rule.hidden = !words.every(word => rule.dataset.words.includes(word));
      shown += rule.hidden ? 0 : 1;
    }
    for (const family of document.querySelectorAll('section.family')) {
      family.hidden = !family.querySelector('li:not([hidden])');
    }
    document.querySelector('output').textContent = shown + ' of ' + rules.length + ' rules';
  };
  box.addEventListener('input', apply);
  document.getElementById('searching').hidden = false;
  box.value = new URLSearchParams(location.search).get('q') || '';
  apply();
})();
