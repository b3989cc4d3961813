(() => {
  const PER_PAGE = 10;
  const articles = [...document.querySelectorAll('article')];
  const search = document.getElementById('search');
  const wrong = document.getElementById('wrong');
  const previous = document.getElementById('previous');
  const next = document.getElementById('next');
  const where = document.getElementById('where');
  if (!search) return;
  let page = 0;
  const show = () => {
    const wanted = search.value.trim().toLowerCase();
    const found = articles.filter(a =>
      (!wrong.checked || a.dataset.errors !== '0') &&
      (!wanted || a.textContent.toLowerCase().includes(wanted)));
    const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
    page = Math.min(page, pages - 1);
    const shown = new Set(found.slice(page * PER_PAGE, (page + 1) * PER_PAGE));
    for (const article of articles) article.hidden = !shown.has(article);
    where.textContent = `${found.length} documents, page ${page + 1} of ${pages}`;
    previous.disabled = page === 0;
    next.disabled = page === pages - 1;
  };
  search.addEventListener('input', () => { page = 0; show(); });
  wrong.addEventListener('change', () => { page = 0; show(); });
  previous.addEventListener('click', () => { page--; show(); });
  next.addEventListener('click', () => { page++; show(); });
  document.querySelector('.controls').hidden = false;
  show();
})();
