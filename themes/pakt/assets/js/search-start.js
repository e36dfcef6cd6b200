// Loads the search when its field is first used, or when the address of the search page asks for something.
(() => {
  const form = document.querySelector('form[data-search]');
  if (!form) return;
  const field = form.elements.q;
  const load = () => {
    field.removeEventListener('focus', load);
    field.removeEventListener('input', load);
    const script = document.createElement('script');
    script.src = form.dataset.search;
    document.head.append(script);
  };
  const asked = new URLSearchParams(location.search).get('q');
  if (asked && document.querySelector('[data-search-results]')) field.value = asked;
  if (field.value || document.activeElement === field) return load();
  field.addEventListener('focus', load);
  field.addEventListener('input', load);
})();
